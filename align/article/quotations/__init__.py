"""What is quoted, and what kind of quotation is it?"""
