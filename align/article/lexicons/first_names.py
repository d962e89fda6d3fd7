"""Which pronoun goes with a first name: common ones only, and only where nearly all bearers agree."""

_MALE = """
Aaron Abdul Abdullah Adam Adrian Ahmed Alan Alastair Albert Alejandro Alessandro Alexander Alexandre Alfred Ali
Alistair Allan Allen Andreas Andrei Andrew Andrés Andy Angus Anthony Antoine Antonio Antony Arthur Barack Bas Ben
Benjamin Bernard Bill Bo Bob Boris Brad Brandon Brendan Brian Bruce Bruno Carl Carlos Charles Charlie Chris Christian
Christoph Christopher Claude Colin Craig Damien Dan Daniel Danny Darren Dave David Dean Dennis Derek Des Diego Dmitry
Dominic Donald Douglas Duncan Edward Elon Emmanuel Enrique Eric Ethan Evan Fernando Florian Francesco Francisco Frank
Franz François Fred Freddie Frederick Gareth Gary Geoff Geoffrey George Gerald Gerard Giovanni Giuseppe Glenn Gordon
Graham Grant Greg Gregory Guillaume Gus Hans Harold Harry Hassan Henri Henry Hiroshi Howard Hugh Hugo Ian Ibrahim Igor
Isaac Ivan Jack Jacob Jacques Jake James Jan Jason Javier Jean-Luc Jeff Jeffrey Jeremy Jerome Jim Jimmy Joaquín Joe
Joel Johan Johannes John Jon Jonathan Jordan Jordi Jorge Joseph Josh Joshua José Juan Julian Justin Jürgen Karl Keir
Keith Kenji Kenneth Kevin Klaus Kofi Kwame Kwasi Kyle Lars Laurent Lee Leo Leon Liam Lloyd Louis Luca Lucas Luigi Luis
Luke Malcolm Manuel Marc Marco Marcus Mario Mark Markus Martin Mathieu Matt Matthew Max Mehmet Michael Michel Miguel
Mike Mikhail Mohamed Mohammad Mohammed Muhammad Narendra Nathan Neil Nicholas Nick Nicolas Nigel Noah Oliver Olivier
Omar Oscar Owen Pablo Patrick Paul Pedro Peter Phil Philip Philippe Phillip Pierre Rafael Raj Ralph Raymond Rhys
Ricardo Richard Rishi Rob Robert Roberto Robin Roger Ronald Rory Roy Russell Ryan Sadiq Sajid Sal Samuel Scott Sean
Sebastian Sergei Simon Stefan Stephen Steve Steven Stuart Sven Takashi Tariq Ted Terry Theo Thierry Thomas Tim Timothy
Tobias Tom Tomás Tony Travis Trevor Uwe Vijay Vincent Vladimir Volodymyr Walter Wayne Wes Will William Wolfgang Xi
Yusuf Zac
"""
_FEMALE = """
Abigail Adele Agnes Aisha Alexandra Alice Alicia Alison Allison Amanda Amber Amelia Amy Ana Andrea Angela Angelina
Anita Ann Anna Anne Annette Annie Antonia April Asha Audrey Barbara Beatrice Bella Bernadette Beth Bethany Beverley
Beyoncé Bibaa Birgit Brenda Bridget Bridie Camilla Camille Carla Carmen Carol Caroline Catherine Cecilia Charlotte
Chiara Chloe Christina Christine Claire Clara Clare Claudia Cressida Cynthia Daniela Dawn Debbie Deborah Denise Di Diana
Diane Donna Dora Dorothy Edith Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Erica Erin Esther
Eva Eve Evelyn Fatima Faye Fiona Florence Frances Francesca Freya Gabriela Gemma Georgia Georgina Gina Giorgia Gisela
Giulia Gloria Grace Greta Hannah Harriet Heather Heidi Helen Helena Hillary Holly Imogen Ines Ingrid Irene Isabel
Isabella Isabelle Isla Ivy Jacinda Jacqueline Jacqui Jane Janet Janice Jeanne Jennifer Jenny Jessica Jill Joan Joanna
Joanne Judith Judy Julia Julie Juliette June Kamala Karen Kate Katharina Katherine Kathleen Kathryn Kathy Katie Kayla
Kelly Kemi Kim Kirsty Kristina Laura Lauren Leila Lena Leonora Lily Linda Lisa Liz Louise Lucia Lucy Lydia Lynn Léa
Madeleine Maggie Mair Mairead Manon Margaret Margarita Maria Marie Marina Marta Martha Martine Mary María Maureen May
Megan Melanie Melissa Mercedes Mia Michelle Mina Miranda Miriam Molly Monica Monika Nadia Nancy Naomi Natalie Natasha
Nell Ngozi Nicola Nicole Nina Nora Olga Olivia Oprah Orla Paige Pamela Patricia Paula Pauline Penny Petra Philippa
Phoebe Pilar Polly Priti Rachel Rebecca Rhiannon Rita Roberta Rosa Rose Rosemary Rosie Ruth Sabine Sally Samantha
Sandra Saoirse Sara Sarah Shabana Sharon Sheila Shirley Silvia Simone Sinead Siobhan Sofia Sonia Sophia Sophie Stella
Stephanie Sue Suella Susan Susanna Susanne Suzanne Sylvia Tanya Tara Taylor Teresa Tessa Thandi Theresa Tina Tracey
Tracy Ulrike Una Ursula Valentina Valerie Vanessa Vera Veronica Victoria Violet Virginia Wanda Wendy Yasmin Yolanda
Yvette Yvonne Zoe
"""

IS_FEMALE: dict[str, bool] = {**dict.fromkeys(_MALE.split(), False), **dict.fromkeys(_FEMALE.split(), True)}
