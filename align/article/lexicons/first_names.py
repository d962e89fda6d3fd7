"""Which pronoun goes with a first name: common ones only, and only where nearly all bearers agree."""

_MALE = """
Aaron Abdul Abdullah Abe Adam Adrian Ahmed Al Alain Alan Alastair Albert Alberto Alejandro Aleksandr Alessandro
Alexander Alexandre Alfie Alfred Ali Alistair Allan Allen Alvin Amir Amit Anders Andreas Andrei Andrew Andrés Andy Angus
Anil Anthony Antoine Antonio Antony Archie Arjun Arnold Arthur Arturo Ashok Augusto Barack Barney Barry Bas Bashar Ben
Benedict Benjamin Benny Bernard Bernie Bert Bill Bjorn Bo Boaz Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett
Brian Bruce Bruno Bryan Byron Caleb Calvin Carl Carlos Cesar Chad Charles Charlie Chris Christian Christoph Christopher
Chuck Claude Cliff Clifford Clint Clive Colin Connor Craig Curt Curtis Cyril Cyrus Damian Damien Dan Daniel Danny
Darrell Darren Darryl Daryl Dave David Dean Declan Deepak Dennis Derek Des Desmond Dick Diego Dirk Dmitri Dmitry Dominic
Don Donald Doug Douglas Duane Duncan Dwayne Dwight Eddie Edgar Eduardo Edward Edwin Eli Elias Elijah Elliott Elon Elvis
Emil Emmanuel Enrique Eric Erik Ernest Ernesto Ernie Ethan Eugene Evan Evgeny Farhad Felipe Felix Fergus Fernando Finn
Florian Floyd Francesco Francisco Frank Franz François Fred Freddie Frederick Gabriel Gareth Garry Gary Gavin Gene
Gennady Geoff Geoffrey George Gerald Gerard Gerry Gianni Gilbert Giorgio Giovanni Giuseppe Glenn Gordon Graham Grant
Greg Gregor Gregory Guido Guillaume Gunther Gus Guy Hamid Hamish Hank Hans Harold Harry Harvey Hassan Hector Henri
Henrik Henry Herbert Herman Hiroshi Horace Howard Howie Hubert Hugh Hugo Humza Hussein Iain Ian Ibrahim Igor Ike Imran
Irving Isaac Ismail Ivan Ivor Jack Jacob Jacques Jake Jamal James Jan Jared Jason Javier Jean-Luc Jeb Jed Jeff Jeffrey
Jens Jeremy Jerome Jerry Jesse Jesús Jim Jimmy Joachim Joaquín Joe Joel Joey Johan Johannes John Jon Jonas Jonathan
Jordan Jordi Jorg Jorge Josef Joseph Josh Joshua José Juan Juergen Julian Justin Jürgen Karim Karl Keir Keiran Keith Ken
Kenji Kenneth Kenny Kevin Khaled Khalid Kieran Kirk Klaus Kofi Konstantin Krishna Kurt Kwame Kwasi Kyle Lamar Larry Lars
Laurent Lawrence Lech Lee Leo Leon Leonard Leopold Leroy Lester Lewis Liam Lionel Lloyd Lorenzo Louis Luca Lucas Lucian
Ludwig Luigi Luis Luke Lyle Mahmoud Malcolm Manny Manuel Marc Marcel Marcelo Marco Marcus Mario Mark Markus Marshall
Martin Marty Marvin Massimo Mathieu Matt Matthew Maurice Mauricio Max Mehmet Mel Melvin Micah Michael Michel Mick Mickey
Miguel Mike Mikhail Miles Milo Milton Mitch Mitchell Mitt Mohamed Mohammad Mohammed Moses Muhammad Murray Mustafa
Narendra Nathan Neal Ned Neil Nelson Newt Niall Nicholas Nick Nicolas Nicolás Nigel Nikolai Noah Noam Noel Norman Olaf
Oleg Oliver Olivier Omar Oscar Oswald Otto Owen Pablo Paolo Patrick Paul Pavel Pedro Perry Peter Phil Philip Philippe
Phillip Phillippe Pierre Quentin Rafael Rahm Rahul Raj Rajesh Rakesh Ralph Ramon Rand Randall Randy Raoul Ravi Ray
Raymond Reggie Reginald René Rhys Ricardo Richard Rick Rickey Ricky Rishi Rob Robert Roberto Robin Rodney Rodrigo Roger
Roland Ron Ronald Rory Ross Roy Rudolf Rudy Rupert Russell Ryan Sadiq Sajid Sal Salman Samuel Sandeep Sanjay Santiago
Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shaun Shawn Sidney Silvio Simon Spencer Stan Stanley Stefan
Stephen Steve Steven Stewart Stuart Sunil Suresh Sven Sylvain Sylvester Tad Takashi Tarek Tariq Ted Teddy Terence
Terrence Terry Thabo Thad Theo Theodore Thierry Thomas Tim Timo Timothy Tobias Toby Todd Tom Tommy Tomás Tony Travis
Trevor Tristan Troy Tucker Tyler Tyrone Ulrich Uwe Valentin Vernon Victor Vijay Viktor Vince Vincent Vivek Vladimir
Volodymyr Wally Walter Warren Wayne Wes Wilfred Will William Willie Winston Wolfgang Xavier Xi Yanis Yannick Yuri Yusuf
Yves Zac Zach Zachary
"""
_FEMALE = """
Abigail Adele Agnes Aileen Aisha Alana Aleksandra Alexa Alexandra Alexis Alice Alicia Alina Alisha Alison Allison Alyssa
Amanda Amber Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Angie Anika Anita Anjali Ann Anna Annabel Annabelle
Anne Annette Annie Antonia April Arlene Asha Astrid Audrey Ava Avril Ayesha Barb Barbara Beatrice Becky Belinda Bella
Bernadette Beth Bethany Betsy Betty Beverley Beyoncé Bibaa Birgit Bonnie Brenda Bridget Bridie Brigitte Britney Brittany
Camilla Camille Candace Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Cass Cassandra Catherine Cathy Cecilia
Celeste Celia Chantal Charlene Charlotte Cheryl Chiara Chloe Christa Christina Christine Cindy Claire Clara Clare
Claudette Claudia Colleen Connie Constance Cora Cressida Cynthia Daisy Danica Daniela Danielle Daphne Darlene Dawn
Debbie Deborah Debra Deirdre Delia Della Denise Desiree Di Diana Diane Dolores Donna Dora Doreen Doris Dorothea Dorothy
Edith Edna Eileen Elaina Elaine Eleanor Elena Elisabeth Elise Eliza Elizabeth Ella Elle Ellen Eloise Elsa Elsie Elspeth
Emilia Emily Emma Emmanuelle Erica Erin Ester Esther Ethel Eugenia Eva Eve Evelyn Fatima Fay Faye Fiona Flora Florence
Frances Francesca Freya Gabriela Gemma Georgia Georgina Geraldine Gertrude Ghislaine Gillian Gina Ginny Giorgia Gisela
Giselle Giulia Glenda Gloria Grace Greta Gretchen Gwen Gwyneth Hannah Harriet Hayley Hazel Heather Heidi Helen Helena
Hilary Hilda Hillary Holly Imogen Indira Ines Ingeborg Ingrid Irene Irina Iris Isabel Isabella Isabelle Isla Isobel Ivy
Jacinda Jacqueline Jacquelyn Jacqui Jamila Jane Janet Janice Jasmine Jayne Jeanette Jeanne Jeannie Jenna Jennifer Jenny
Jessica Jill Joan Joanie Joanna Joanne Jocelyn Jodi Johanna Josephine Josie Joy Joyce Juanita Judith Judy Julia Juliana
Julie Juliette June Justine Kamala Karen Karin Karina Karla Katarina Kate Katharina Katherine Kathleen Kathryn Kathy
Katie Katrina Katya Kayla Kaylee Keira Kellie Kelly Kemi Kerry-Ann Khadija Kim Kimberly Kirsten Kirsty Kitty Kristen
Kristi Kristin Kristina Kristy Lara Latoya Laura Lauren Leah Leanne Leigh-Anne Leila Lena Leonie Leonora Lesley
Leslie-Ann Letitia Liesl Lilian Lillian Lily Linda Lindsey Lisa Liz Lola Lori Lorna Lorraine Lottie Louise Lucia Lucille
Lucy Luisa Lydia Lynda Lynn Lynne Léa Mabel Madeleine Maeve Maggie Mair Mairead Malala Mandy Manon Marcia Margaret
Margarita Margot Maria Mariam Marian Marianne Maribel Marie Marilyn Marina Marissa Marjorie Marlene Marta Martha Martine
Mary María Matilda Maureen Mavis May Maya Meera Meg Megan Meghan Melanie Melissa Mercedes Meryl Mia Michelle Mildred
Millie Mimi Mina Mindy Minnie Miranda Miriam Moira Mollie Molly Mona Monica Monika Myra Myrna Nadia Nadine Nancy Naomi
Natalia Natalie Natasha Nell Nellie Ngozi Nicola Nicole Nikki Nina Nisha Nora Noreen Norma Odette Olga Olivia Ophelia
Oprah Orla Paige Pam Pamela Patricia Patsy Patti Paula Pauline Pearl Peggy Penny Petra Petronella Philippa Phoebe Pilar
Pippa Polly Priti Rachel Rania Rebecca Rebekah Renee Rhiannon Rhoda Rihanna Rita Roberta Rosa Rosalind Rosalyn Rose
Rosemary Rosie Roxanne Ruby Ruth Sabine Sadie Safia Sally Salma Samantha Samira Sandra Saoirse Sara Sarah Selina Selma
Serena Shabana Shannon Sharon Shauna Sheila Sherry Shirin Shirley Sian Sigrid Silvia Simone Sinead Siobhan Sofia Sonia
Sonya Sophia Sophie Stacey Stacy Stella Stephanie Sue Suella Susan Susanna Susanne Suzanne Svetlana Sybil Sylvia Tabitha
Tamara Tammy Tania Tanya Tara Tatiana Taylor Teresa Tessa Thandi Thelma Theresa Tiffany Tina Tracey Tracy Trisha Trudy
Ulrike Una Ursula Usha Valentina Valerie Vanessa Vera Veronica Vicky Victoria Violet Virginia Vivien Wanda Wendy Whitney
Wilma Winifred Winnie Yasmin Yoko Yolanda Yulia Yvette Yvonne Zainab Zara Zoe Zoë
"""

IS_FEMALE: dict[str, bool] = {**dict.fromkeys(_MALE.split(), False), **dict.fromkeys(_FEMALE.split(), True)}
