"""Which words are first names, and which pronoun goes with one: only where nearly all bearers agree.

Chosen by hand, and from the names of the United States census of 1990 (public domain) those that 2 in 100,000 bear or
more, 30 times as many of one sex as of the other, but for words, places and companies.
"""

_MALE = """
Aaron Abdel Abdul Abdullah Abe Abel Abraham Abram Adalberto Adam Adan Adolfo Adolph Adrian Agustin Ahmad Ahmed Al Alain
Alan Alastair Albert Alberto Alden Aldo Alec Alejandro Aleksandr Aleksei Alessandro Alex Alexander Alexandre Alexei
Alfie Alfonso Alfonzo Alfred Alfredo Ali Alistair Allan Allen Alonso Alonzo Alphonse Alphonso Alton Alvaro Alvin Amado
Ambrose Amir Amit Amos Anders Andre Andreas Andrei Andres Andrew Andrzej Andrés Andy Angus Anibal Anil Anthony Antoine
Anton Antone Antonio Antony Antwan Anwar Archie Arden Arjun Arlen Arlie Armand Armando Arnold Arnoldo Arnulfo Aron Arron
Arthur Arturo Ashok Ashraf Augusto Augustus Aurelio Barack Barney Barrett Barry Bart Bas Bashar Ben Benedict Benito
Benjamin Bennett Benny Bernard Bernardo Bernie Bert Bertram Beto Bill Bjorn Blaine Blake Bo Boaz Bob Bobby Boris Bowe
Brad Bradley Bradly Brady Branden Brandon Brant Brendan Brendon Brent Brenton Bret Brett Brian Brice Broderick Bruce
Bruno Bryan Bryce Bryon Burt Byron Caleb Calvin Carl Carlo Carlos Carmelo Cedric Cedrick Cesar Chad Chadwick Charles
Charley Charlie Chauncey Chet Chris Christian Christoph Christopher Chuck Clarence Claud Claude Claudio Clayton Clemente
Cletus Cliff Clifford Clifton Clint Clive Clyde Cody Colin Collin Colton Connor Conrad Cordell Cornelius Cory Craig
Cristobal Curt Curtis Cyril Cyrus Damian Damien Damion Damon Dan Daniel Danilo Danny Dante Daren Darin Dario Darius
Daron Darrel Darrell Darren Darrick Darrin Darron Darryl Darwin Daryl Dave David Dean Deandre Deangelo Declan Deepak
Delbert Delmar Delmer Demarcus Dennis Derek Derick Des Deshawn Desmond Dewayne Dewey Dexter Dick Diego Dillon Dino Dirk
Dmitri Dmitry Dmytro Domenic Domingo Dominic Dominick Don Donald Donn Donnell Donny Donovan Donte Doug Douglas Duane
Duncan Dustin Dwain Dwayne Dwight Dylan Earle Eddie Edgar Edgardo Edmond Edmund Edmundo Eduardo Edward Edwardo Edwin
Efrain Efren Ehud Elbert Elden Eldon Eli Elias Elijah Eliseo Elliot Elliott Elmer Elon Eloy Elroy Elton Elvin Elvis
Elwood Emanuel Emil Emilio Emmanuel Emmerson Emmett Emmitt Emory Enoch Enrico Enrique Erasmo Eric Erich Erick Erik
Ernest Ernesto Ernie Errol Ervin Erwin Esteban Ethan Eugene Eugenio Eusebio Evan Everett Everette Evgeny Ezekiel
Ezequiel Ezra Fabian Farhad Faustino Fausto Federico Felipe Felix Felton Ferdinand Fergus Fermin Fernando Fidel
Filiberto Finn Florencio Florentino Florian Floyd Francesco Francisco Frank Franklin Franklyn Franz François Fred
Freddie Freddy Frederic Frederick Fredric Fredrick Friedrich Fritz Fumio Gabriel Galen Gareth Garry Garth Gary Gaston
Gavin Gaylord Genaro Gene Gennady Geoff Geoffrey George Gerald Geraldo Gerard Gerardo Gerry Gianni Gil Gilbert Gilberto
Gino Giorgio Giovanni Giuseppe Glenn Gonzalo Gordon Grady Graham Graig Grant Greg Gregg Gregor Gregorio Gregory Guido
Guillaume Guillermo Gunther Gus Gustavo Guy Hal Hamid Hamish Hank Hans Harlan Harland Harold Harry Harvey Hassan Hector
Henri Henrik Henry Herbert Heriberto Herman Herschel Hershel Hilario Hipolito Hiroshi Hobert Horace Horacio Hosni Howard
Howie Hoyt Hubert Huey Hugh Hugo Humberto Humza Hussein Iain Ian Ibrahim Ignacio Igor Ike Imran Irvin Irving Irwin Isaac
Isaiah Isaias Isiah Isidro Ismael Ismail Issac Ivan Ivor Iván Jacinto Jack Jacob Jacques Jair Jake Jamaal Jamal Jamar
Jamel James Jared Jarod Jarosław Jarrett Jarrod Jason Javier Jay Jayson Jean-Luc Jeb Jed Jeff Jeffery Jeffrey Jeffry
Jens Jerald Jeramy Jere Jeremiah Jeremy Jermaine Jerold Jerome Jeromy Jerrell Jerrod Jerrold Jerry Jesse Jesús Jim Jimmy
Joachim Joaquin Joaquín Joe Joel Joey Johan Johannes John Johnathan Johnny Joko Jon Jonah Jonas Jonathan Jonathon Jordan
Jordi Jordon Jorg Jorge Jose Josef Joseph Josh Joshua Josiah Josue José Juan Juergen Jules Julian Julio Julius Justin
Jürgen Kareem Karim Karl Keenan Keir Keiran Keith Kelvin Ken Kenji Kenneth Kennith Kenny Keqiang Kermit Keven Kevin
Khaled Khalid Kieran Kip Kirk Klaus Kofi Konstantin Korey Kory Kraig Krishna Kristofer Kristopher Kurt Kurtis Kwame
Kwasi Kyle Lamar Lanny Larry Lars Laurent Lawrence Lazaro Leandro Lech Lee Leif Lemuel Len Lenard Lenny Leo Leon Leonard
Leonardo Leonel Leopold Leopoldo Leroy Lester Lev Levi Lewis Liam Lino Lionel Lloyd Lon Lonny Lorenzo Lorne Louis Luca
Lucas Lucian Luciano Lucien Lucio Lucius Ludwig Luigi Luis Luiz Luke Luther Lyle Lynwood Mahathir Mahmoud Malcolm Malik
Manmohan Manny Manuel Marc Marcel Marcelino Marcellus Marcelo Marco Marcos Marcus Margarito Mariano Mario Mark Markus
Marlon Marshall Martin Marty Marvin Massimo Mateusz Mathew Mathieu Matt Matteo Matthew Maurice Mauricio Mauro Max Maximo
Mehmet Mel Melvin Mervin Micah Michael Micheal Michel Mick Mickey Miguel Mike Mikel Mikhail Miles Milo Milton Miquel
Mitch Mitchel Mitchell Mitt Mohamed Mohammad Mohammed Moises Monty Morton Moses Moshe Muammar Muhammad Muhammadu Murray
Mustafa Myles Myron Naftali Narendra Nathan Nathanael Nathaniel Nawaz Neal Ned Neil Nelson Nestor Neville Newt Niall
Nicholas Nick Nickolas Nicolas Nicolás Nigel Nikolai Noah Noam Noel Norbert Norberto Norman Normand Nouri Odis Olaf Oleg
Olen Olin Oliver Olivier Olof Olusegun Omar Omer Oren Orval Orville Oscar Osvaldo Oswald Oswaldo Otis Otto Owen Pablo
Paolo Pasquale Patrick Paul Pavel Pedro Percy Perry Pervez Pete Peter Petro Phil Philip Philippe Phillip Phillippe
Pierre Porfirio Prabowo Quentin Quintin Quinton Rafael Rahm Rahul Raila Raj Rajesh Rakesh Ralph Ramiro Ramon Rand Randal
Randall Randell Randolph Randy Raoul Raphael Rashad Raul Ravi Ray Rayford Raymon Raymond Raymundo Recep Reggie Reginald
Reinaldo Reince Renaldo Renato René Reuben Rex Reynaldo Rhett Rhys Ricardo Richard Richie Rick Rickey Ricky Rigoberto
Rishi Rob Robby Robert Roberto Rocco Rod Roderick Rodger Rodney Rodolfo Rodrick Rodrigo Rogelio Roger Roland Rolando
Rolf Rolland Ron Ronald Ronny Rory Roscoe Rosendo Ross Roy Ruben Rudolf Rudolph Rudy Rueben Rufus Rupert Russ Russell
Ryan Sadiq Sajid Sal Salman Salvatore Samuel Sandeep Sanjay Santiago Saul Saxby Scot Scott Scotty Sean Sebastian
Sebastián Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Shigeru Shinzo Sid Sidney Silas Silvio Simon Spencer Stan
Stanley Stefan Stephan Stephen Steve Steven Stewart Stuart Sunil Suresh Sven Sylvain Sylvester Tad Takashi Tarek Tariq
Ted Teddy Tedros Teodoro Terence Terrance Terrence Thabo Thad Thaddeus Theo Theodore Theron Thierry Thomas Thurman Tim
Timmy Timo Timothy Tobias Toby Todd Tom Tomas Tommy Tomás Tony Travis Trayvon Trent Trevor Trey Tristan Troy Tucker
Tyler Tyree Tyron Tyrone Uhuru Ulrich Ulysses Uwe Valentin Vern Vernon Vicente Victor Vijay Viktor Vince Vincent
Vincenzo Virgil Virgilio Vito Vivek Vladimir Volodymyr Wally Walter Warren Waylon Wayne Weldon Wendell Werner Wes Wesley
Wilbert Wilbur Wilford Wilfred Wilfredo Will Willard William Willie Willy Wilmer Winfred Winston Wolfgang Woodrow Wyatt
Xavier Xi Yair Yanis Yannick Yasser Yevgeny Yitzhak Yoshihide Yoweri Yuri Yusuf Yves Zac Zach Zachariah Zachary Zachery
Zack Zackary
"""

_FEMALE = """
Abbie Abby Abigail Ada Adaline Addie Adela Adelaida Adelaide Adele Adelia Adelina Adeline Adell Adella Adelle Adina
Adria Adriana Adriane Adrianna Adrianne Adriene Adrienne Agatha Agnes Agnieszka Agustina Aida Aileen Aimee Aisha Akiko
Alaina Alana Alanna Alberta Albertha Albertina Albertine Albina Alda Alecia Aleida Alejandra Alejandrina Aleksandra
Alena Alene Alesha Alesia Aleta Aletha Alethea Alethia Alexa Alexandra Alexandria Alexia Alexis Alfreda Alia Alica Alice
Alicia Alida Alina Alisa Alise Alisha Alishia Alisia Alison Alissa Alix Aliza Alla Allene Allie Alline Allison Allyson
Alma Almeda Almeta Altagracia Altha Althea Alvera Alvina Alyce Alycia Alyse Alysha Alysia Alyson Alyssa Amada Amalia
Amanda Amber Amelia Ami Amie Amina Ammie Amy Ana Anabel Anastacia Anastasia Andrea Andria Anette Angela Angele Angelena
Angelia Angelica Angelika Angelina Angeline Angelique Angelita Angella Angie Anika Anissa Anita Anitra Anjali Anjanette
Ann Anna Annabel Annabell Annabelle Annalee Annalisa Annamae Annamarie Anne Anne-Marie Anneliese Annemarie Annett
Annetta Annette Annice Annie Annis Annmarie Antionette Antoinette Antonia Antonietta Antonina Anya Aoife April Apryl
Araceli Aracelis Aracely Arcelia Ardell Ardella Ardis Ardith Aretha Ariana Ariane Arianna Arielle Arla Arleen Arlena
Arlene Arletta Arlette Arline Armanda Armida Arminda Arnetta Arnita Arvilla Asha Ashely Ashlee Ashleigh Ashli Ashlie
Ashly Ashlyn Assunta Astrid Audra Audrea Audrey Audry Augustina Aundrea Aurea Aurelia Ava Avelina Avis Avril Awilda
Ayana Ayanna Ayesha Azucena Babara Babette Barb Barbara Barbera Barbra Bea Beatrice Beatriz Beckie Becky Belen Belia
Belinda Bella Belva Benazir Benita Berenice Bernadette Bernadine Berneice Bernetta Bernice Berniece Bernita Berta Bertha
Bertie Bess Bessie Beth Bethann Bethany Betsey Betsy Bette Bettie Bettina Betty Bettye Beulah Bev Beverlee Beverley
Beyoncé Bianca Bibaa Billye Birgit Blanca Blanche Bobbi Bobbye Bonnie Brandee Brandi Brandie Breanna Breanne Bree Brenda
Brenna Briana Brianna Brianne Bridget Bridgett Bridgette Bridie Brigette Brigid Brigida Brigitte Brinda Britney Britni
Brittani Brittany Brittney Brittni Bronwyn Brooke Brunilda Brynn Buffy Caitlin Caitlyn Callie Camelia Cami Camilla
Camille Cammie Candace Candance Candelaria Candi Candice Candida Candie Candis Candyce Cara Caren Caridad Carie Carin
Carina Carisa Carissa Carla Carleen Carlene Carletta Carley Carlie Carline Carlota Carlotta Carly Carlyn Carma Carman
Carmela Carmelina Carmelita Carmella Carmen Carmon Carol Carolann Carole Carolee Caroline Carolyn Carolyne Carolynn
Caron Carri Carrie Caryl Caryn Carys Casandra Casie Cass Cassandra Cassie Catalina Catarina Caterina Catharine Catherine
Cathey Cathi Cathie Cathleen Cathryn Cathy Catina Catrina Catriona Cecelia Cecila Cecile Cecilia Cecily Celena Celeste
Celestine Celia Celina Celine Chana Chanda Chandra Chantal Chante Chantel Chantell Chantelle Charise Charissa Charisse
Charla Charleen Charlene Charlette Charline Charlotte Charmaine Chasity Chaya Chelsey Chelsie Cheri Cherie Cherise
Cherly Cherri Cherrie Cherryl Cheryl Cheryle Cheryll Chiara Chiquita Chloe Chrissy Christa Christal Christeen Christel
Christena Christene Christi Christiana Christiane Christie Christina Christine Christy Chrystal Ciara Cicely Ciera
Cierra Cinda Cindi Cindy Cinthia Claire Clara Clare Claribel Clarice Clarine Clarissa Clarita Claudette Claudia Claudine
Clementine Clemmie Cleora Cleta Clotilde Coleen Coletta Colette Colleen Collen Collette Concetta Conchita Condoleezza
Connie Constance Consuela Cora Corazon Cordelia Cordie Coreen Corene Coretta Cori Corie Corina Corine Corinna Corinne
Corliss Cornelia Corrie Corrina Corrine Cortney Cressida Criselda Crissy Crista Cristal Cristen Cristi Cristie Cristin
Cristina Cristine Cristy Cyndi Cynthia Cythia Dagmar Daisey Daisy Dalia Dalila Damaris Danae Danelle Danette Dani Dania
Danica Daniela Daniella Danielle Danika Danita Danna Dannette Dannielle Danuta Danyelle Daphine Daphne Dara Darby Darci
Darcie Daria Darla Darleen Darlene Darline Davida Davina Dawn Dawna Dawne Dayle Dayna Deana Deandra Deane Deann Deanna
Deanne Debbi Debbie Debbra Debby Debi Debora Deborah Debra Debrah Dedra Deeann Deena Deepa Deidra Deidre Deirdre Delana
Delena Delfina Delia Delicia Delilah Delinda Delisa Della Delois Delora Delores Deloris Delpha Delphine Demetra Demetria
Demetrice Dena Deneen Denese Denice Denise Denisha Denita Denna Dennise Desirae Desiree Dessie Detra Devona Devora
Devorah Di Diana Diane Diann Dianna Dianne Diedra Diedre Digna Dina Dinah Dione Dionna Dionne Divya Dollie Dolores
Doloris Domenica Dominga Dominque Domonique Donetta Donita Donna Donya Dora Dorcas Doreen Dorene Doretha Dori Dorie
Dorinda Dorine Doris Dorotha Dorothea Dorothy Dorris Dortha Dorthea Dottie Dovie Dreama Drema Drucilla Drusilla Dyan
Earlean Earleen Earlene Earline Earnestine Eartha Eboni Eda Edda Edelmira Edie Edith Edna Edwina Edythe Effie Eileen
Eilidh Eilis Elaina Elaine Elana Elanor Elayne Elda Eldora Eleanor Eleanora Eleanore Elease Elena Eleni Elenor Elenora
Elfriede Eliana Elicia Elida Elinor Elisa Elisabeth Elise Elissa Eliza Elizabeth Elke Ella Elle Ellen Ellie Elly Ellyn
Elma Elmira Elna Elnora Elodia Elois Eloisa Eloise Elouise Elsa Elsie Elspeth Elva Elvera Elvia Elvie Elvina Elvira
Elyse Emelda Emelia Emiko Emilee Emilia Emilie Emily Emma Emmanuelle Emmie Emmy Emogene Ena Enedina Eneida Enid Enola
Enriqueta Epifania Erica Ericka Erika Erin Erinn Erlene Erlinda Erline Erma Ermelinda Erminia Ernestina Ernestine
Esmeralda Essie Esta Estela Estell Estella Estelle Ester Esther Estrella Ethel Ethelene Ethelyn Ethyl Etta Eugenia
Eugenie Eula Eulalia Eunice Eva Evalyn Evangelina Evangeline Eve Evelia Evelin Evelina Eveline Evelyn Evelyne Evette
Evie Evon Evonne Ewa Fabiola Fae Fannie Farah Farrah Fatima Faustina Fay Faye Federica Felecia Felica Felice Felicia
Felicita Felicitas Felipa Felisa Felisha Fernanda Ferne Ffion Filomena Fiona Flavia Flora Florance Florence Florencia
Florene Florentina Floretta Florinda Florine Flossie Fran Frances Francesca Francie Francina Francine Francisca
Francoise Freda Frederica Fredericka Fredia Freeda Freida Freja Freya Frieda Fumiko Gabriela Gabriella Gabrielle Gayla
Gaylene Gaynell Gearldine Gemma Gena Genevieve Genia Gennie Genoveva Georgene Georgetta Georgette Georgia Georgiana
Georgianna Georgie Georgina Georgine Geraldine Geralyn Gerda Geri Germaine Gerri Gertha Gertie Gertrud Gertrude
Ghislaine Gia Gilda Gillian Gina Ginny Giorgia Giovanna Gisela Gisele Giselle Giulia Glady Gladys Glenda Glendora Glenna
Glennie Glennis Glinda Gloria Glynda Goldie Grace Gracia Gracie Graciela Gregoria Greta Gretchen Gretta Griselda Gudrun
Guillermina Gussie Gwen Gwenda Gwendolyn Gwenn Gwyn Gwyneth Hailey Haley Halina Hallie Hana Hanan Hanna Hannah Hannelore
Harriet Harriett Harriette Hattie Haydee Hayley Hazel Heather Hedwig Hedy Heide Heidi Helen Helena Helene Helga Hellen
Henrietta Henriette Herlinda Hermelinda Hermina Hermine Herminia Hettie Hilaria Hilary Hilda Hilde Hildegard Hildegarde
Hildred Hillary Hilma Hiroko Holli Hollie Holly Hortencia Hortense Hortensia Hulda Huma Ida Idalia Idell Idella Iesha
Ignacia Ila Ilana Ilda Ileana Ilene Ilhan Iliana Ilona Ilse Iluminada Imelda Imogen Imogene Ina Indira Inell Ines Inez
Inga Inge Ingeborg Inger Ingrid Inocencia Iola Iona Ione Irena Irene Irina Iris Irma Irmgard Isabel Isabell Isabella
Isabelle Isaura Isidra Isla Isobel Iva Ivana Ivanka Ivette Ivonne Ivy Jacalyn Jacinda Jacinta Jackeline Jacki Jacklyn
Jaclyn Jacqualine Jacquelin Jacqueline Jacquelyn Jacquelyne Jacquelynn Jacqui Jacquiline Jacqulyn Jada Jadwiga Jaimie
Jaleesa Jami Jamila Jammie Jana Janae Janay Jane Janeen Janel Janell Janelle Janene Janessa Janet Janeth Janett Janetta
Janette Janey Janice Janie Janina Janine Janis Janita Jann Janna Jannette Jannie Jasmin Jasmine Jaunita Jayne Jazmin
Jazmine Jeana Jeane Jeanene Jeanetta Jeanette Jeanie Jeanine Jeanna Jeanne Jeannette Jeannie Jeannine Jen Jena Jenell
Jenelle Jenette Jeni Jenice Jeniffer Jenine Jenise Jenna Jennefer Jennette Jenni Jennie Jennifer Jenniffer Jenny
Jeraldine Jeri Jerilyn Jerri Jerrie Jesenia Jesica Jessenia Jessica Jesusa Jettie Jill Jillian Jina Joan Joana Joanie
Joann Joanna Joanne Jocelyn Jodee Jodi Joeann Joella Joelle Joellen Joetta Johana Johanna Johnetta Johnna Joi Jolanda
Joleen Jolene Jolie Jolynn Jonell Jonelle Joni Jonna Jonnie Josefa Josefina Joselyn Josephina Josephine Josette Josie
Joslyn Jovita Joy Joyce Joycelyn Joye Juana Juanita Judi Judie Judith Judy Julee Juli Julia Juliana Juliane Juliann
Julianna Julianne Julie Juliet Julieta Juliette Julissa June Junita Justina Justine Jutta Kacey Kaci Kacie Kacy Kaitlin
Kaitlyn Kaley Kamala Kami Kandace Kandi Kandice Kandy Kara Karen Karey Kari Karie Karin Karina Karine Karissa Karla
Karleen Karlene Karmen Karol Karolyn Karon Karren Karri Karrie Karyl Karyn Kasandra Kasie Kassandra Kassie Katarina
Katarzyna Kate Katelyn Kathaleen Katharina Katharine Kathe Katherin Katherine Katheryn Kathey Kathi Kathie Kathleen
Kathlene Kathlyn Kathrine Kathryn Kathryne Kathy Kathyrn Kati Katia Katie Katina Katlyn Katrice Katrina Kattie Katy
Katya Kavita Kay Kaye Kayla Kaylee Kayleen Kayleigh Kaylene Kazuko Kecia Keely Keena Keesha Keiko Keira Keisha Keli
Kelle Kellee Kelli Kellie Kellyanne Kellye Kelsey Kelsie Kemi Kena Kendra Kenisha Kenna Kenyetta Keri Kerri Kerrie
Kerry-Ann Kesha Keshia Ketanji Khadija Kiana Kiara Kiera Kiley Kimber Kimberely Kimberlee Kimberley Kimberli Kimberlie
Kimberly Kimbery Kimiko Kindra Kira Kirsten Kirstin Kirstjen Kirsty Kisha Kitty Kizzy Kori Kourtney Krista Kristal
Kristan Kristel Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristy Kristyn Krysta Krystal Krystle Krystyna
Kyla Kylee Kylie Kym Kymberly Kyra Laci Lacie Ladonna Laila Lakeisha Lakesha Lakeshia Lakisha Lakshmi Lana Lanell
Lanette Lani Lanita Laquita Lara Larae Laraine Larhonda Larisa Larissa Laronda Lasandra Lashanda Lashawn Lashonda
Lashunda Latanya Latasha Latashia Latesha Latia Laticia Latisha Latonia Latonya Latoria Latosha Latoya Latrice Latricia
Latrina Launa Laura Laure Laureen Lauren Laurene Lauretta Laurette Lauri Laurice Laurine Lavada Lavera Laverna Lavina
Lavinia Lavon Lavonda Lavonia Lavonne Lawana Lawanda Lawanna Layla Leah Leana Leandra Leann Leanna Leanne Leatha
Leatrice Leeann Leeanna Leeanne Leesa Leigh-Anne Leighann Leila Leilani Leisa Lela Lelia Lena Lenna Lenora Lenore Leola
Leona Leonarda Leone Leonie Leonila Leonor Leonora Leonore Leora Leota Lera Lesa Lesia Lesley Lesli Leslie-Ann Letha
Leticia Letitia Lettie Letty Lexie Lia Liana Liane Libby Librada Lidia Liesl Ligia Lila Lili Lilia Lilian Liliana Lilla
Lillian Lillie Lilly Lily Lina Linda Lindy Linette Linnea Linsey Lisa Lisbeth Lisette Lisha Lissa Lissette Lita Livia
Liz Liza Lizabeth Lizbeth Lizette Lizzie Loida Lois Lola Lolita Lora Loraine Loree Loreen Lorelei Lorena Lorene Lorenza
Loretta Lori Loriann Lorie Lorinda Lorine Lorna Lorraine Lorretta Lorri Lorrie Lory Lottie Louann Louanne Louella Louisa
Louise Lourdes Louvenia Lovella Lovie Luana Luann Luanne Lucia Luciana Lucie Lucienne Lucila Lucile Lucille Lucina
Lucinda Lucrecia Lucretia Lucy Ludie Lue Luella Luisa Luise Lula Lulu Lupita Lura Lurline Luvenia Lyda Lydia Lyla Lyn
Lynda Lyndsay Lyndsey Lynell Lynelle Lynette Lynne Lynnette Lynsey Léa Mabel Machelle Macie Madalyn Madeleine Madeline
Madelyn Madge Madie Madlyn Madonna Maegan Maeve Magaly Magda Magdalena Magdalene Magen Maggie Maia Maida Mair Mairead
Mairi Majorie Malala Malia Malika Malinda Malisa Malissa Mamie Mammie Mandi Mandy Manon Manuela Mara Maranda Marcela
Marcelina Marceline Marcella Marcelle Marci Marcia Marcie Marcy Maren Margaret Margareta Margarete Margaretta Margarette
Margarita Margarite Marge Margery Marget Margie Margit Margo Margorie Margot Margret Marguerita Marguerite Maria Mariah
Mariam Marian Mariana Mariann Marianna Marianne Maribel Maribeth Maricela Marie Mariel Mariela Marietta Marilee Marilou
Marilu Marilyn Marilynn Marina Marisa Marisela Marisol Marissa Marita Maritza Marjorie Marjory Markita Marla Marlana
Marleen Marlen Marlena Marlene Marlyn Marlys Marna Marni Marnie Marquerite Marquetta Marquita Marsha Marta Martha Marti
Martina Martine Marva Mary Marya Maryalice Maryam Maryann Maryanne Marybeth Maryellen Maryjane Maryjo Marylee Marylin
Marylou Marylyn María Masako Mathilda Mathilde Matilda Matilde Mattie Maud Maude Maudie Maura Maureen Maurine Mavis
Maxie Maxine May Maya Maybell Maybelle Maye Mayme Mayra Mazie Małgorzata Meagan Meaghan Mechelle Meera Meg Megan Meggan
Meghan Meghann Megyn Melaine Melania Melanie Melany Melba Melina Melinda Melisa Melissa Melissia Mellie Mellisa Mellissa
Melonie Melony Melva Melvina Melynda Mercedes Meredith Meri Merilyn Merlene Merna Merri Meryl Mette Mhairi Mia Micaela
Michaela Michele Micheline Michell Michelle Michiko Micki Mickie Migdalia Miguelina Mikki Mila Milagro Mildred Milissa
Millicent Millie Mimi Mina Mindi Mindy Minerva Minna Minnie Miranda Mireille Mireya Miriam Mirian Mirna Mirta Mirtha
Missy Misti Mittie Mitzi Modesta Moira Mollie Molly Mona Monica Monika Monique Monserrate Mozella Mozelle Muriel Myra
Myriam Myrle Myrna Myrtice Myrtie Myrtis Nadia Nadine Nakisha Nakita Nan Nanci Nancie Nancy Nanette Nannette Nannie
Naoma Naomi Narcisa Natalia Natalie Natasha Nathalie Natosha Nedra Neha Nelda Nelia Nelida Nell Nella Nelle Nellie Nena
Neoma Nereida Nerissa Neta Nettie Neva Ngozi Niamh Nichelle Nichol Nichole Nicki Nickie Nickole Nicol Nicola Nicolasa
Nicole Nicolette Nicolle Nidia Nieves Niki Nikia Nikki Nikole Nila Nilda Nilsa Nina Ninfa Nisha Nita Noelia Noella
Noelle Noemi Noma Nora Norah Noreen Norene Norine Norma Noura Nydia Nyla Obdulia Ocie Octavia Odette Odilia Ofelia
Oksana Oleta Olga Oliva Olivia Omarosa Oneida Ophelia Oprah Oralia Orla Orpha Ossie Otilia Ouida Ozella Paige Pam Pamala
Pamela Pamelia Pamella Paola Patricia Patrina Patsy Patti Pattie Paula Pauletta Paulette Paulina Pauline Pearl Pearle
Pearlene Pearlie Pearline Peggie Peggy Penelope Penney Penni Pennie Penny Perla Petra Petrina Petronella Philippa
Philomena Phoebe Phyliss Phyllis Piedad Pilar Pippa Polly Pooja Porsha Portia Pricilla Priscilla Priti Priya Qiana
Queenie Quiana Rachael Racheal Rachel Rachele Rachell Rachelle Racquel Rae Raeann Rafaela Raina Ramona Ramonita Ranae
Randa Randee Randi Rania Raquel Rasheeda Rashida Raye Raylene Rayna Reatha Reba Rebbeca Rebeca Rebecca Rebekah Regena
Regenia Reiko Reina Rena Renae Renata Renate Renea Renee Renetta Renita Reta Retha Retta Reva Reyna Rhiannon Rhoda
Rhonda Richelle Rihanna Rikki Rina Risa Rita Roberta Robyn Rochell Rochelle Roisin Rolanda Romelia Romona Ronda Roni
Ronna Ronni Rosa Rosalba Rosalee Rosalia Rosalie Rosalina Rosalind Rosalinda Rosaline Rosalva Rosalyn Rosamond Rosana
Rosann Rosanna Rosanne Rosaria Rosaura Rose Roseann Roseanna Roseanne Rosella Roselyn Rosemarie Rosemary Rosetta Rosia
Rosie Rosina Rosita Roslyn Rowena Roxana Roxane Roxann Roxanna Roxanne Roxie Rozella Rubie Ruby Rubye Rufina Ruth
Ruthann Ruthie Sabina Sabine Sabra Sabrina Sachiko Sadie Safia Salena Sallie Sally Salma Salome Samantha Samara Samira
Sandi Sandra Sanjuana Sanjuanita Sanna Sanora Santina Saoirse Sara Sarah Sarina Sarita Saundra Scarlett Sebrina Selena
Selina Selma Serena Serina Shabana Shaina Shakira Shalonda Shameka Shamika Shana Shanda Shandra Shaneka Shanell Shanelle
Shani Shanice Shanika Shanita Shanna Shanon Shanta Shante Shantel Shantell Shara Sharee Sharen Shari Sharita Sharla
Sharleen Sharlene Sharon Sharonda Sharron Sharyl Sharyn Shauna Shaunna Shavon Shavonne Shawana Shawanda Shawna Shawnda
Shawnee Shawnna Shayla Shayna Sheena Sheila Sheilah Shela Shelba Shelley Shelli Shellie Shelly Shemika Shena Shenita
Sheree Sheri Sherie Sherilyn Sherita Sherley Sherlyn Sherrell Sherri Sherrie Sherrill Sherron Sherry Sherryl Shery
Sheryl Shira Shirin Shirlee Shirleen Shirlene Shirley Shirly Shona Shonda Shonna Shoshana Sian Signe Sigrid Silva
Silvana Silvia Simona Simone Sindy Sinead Siobhan Siân Sofia Solange Solveig Sondra Sonia Sonja Sonya Sophia Sophie
Soraya Stacey Staci Stacia Starla Stefani Stefania Stefanie Steffanie Stella Stephani Stephanie Stephany Stephenie Sudie
Sue Sueann Suella Suellen Sunita Susan Susana Susann Susanna Susannah Susanne Susie Suzan Suzann Suzanna Suzanne Suzette
Suzie Suzy Svetlana Sybil Sylvia Syreeta Ségolène Tabatha Tabetha Tabitha Takisha Talia Talisha Talitha Tamala Tamar
Tamara Tamatha Tameika Tameka Tamekia Tamela Tamera Tamesha Tami Tamica Tamie Tamika Tamiko Tammara Tammi Tammie Tammy
Tamra Tana Tanesha Tangela Tania Tanika Tanisha Tanja Tanna Tanya Tara Tarah Tarsha Taryn Tasha Tashia Tatiana Tawana
Tawanda Tawanna Tawnya Teena Temeka Tena Tenisha Tennie Tennille Teodora Tereasa Teresa Terese Teresita Teressa Teri
Terresa Terri Terrie Tesha Tess Tessa Tessie Thalia Thandi Thea Thelma Theodora Theola Theresa Therese Theresia
Thomasina Thomasine Thresa Tia Tiana Tianna Tiesha Tiffani Tiffanie Tiffany Tiffiny Tillie Tina Tisha Tomasa Tomeka
Tomika Tomoko Tonda Tonia Tonie Tonja Tonya Tori Tosha Toshiko Towanda Tracee Tracey Traci Tracie Trena Tresa Tressa
Tressie Treva Tricia Trina Trish Trisha Trista Trudi Trudie Trudy Trula Tulsi Twana Twila Twyla Tyesha Tyra Ulrike Una
Ursula Usha Vada Valarie Valda Valentina Valeria Valerie Valery Vallie Valorie Valérie Vanda Vanesa Vanessa Vanita Veda
Velda Velia Vella Velma Velva Venessa Venita Veola Vera Verda Verdell Verdie Verena Vergie Verla Verlene Verlie Verna
Vernell Vernetta Vernice Vernie Vernita Veronica Versie Veta Vicenta Vickey Vicki Vickie Vicky Victoria Vikki Vilma Vina
Vincenza Violet Violeta Violette Virgie Virginia Vivian Viviana Vivien Vivienne Vonda Vonnie Waltraud Wanda Wanita Wendi
Wendy Whitney Wilda Wilhelmina Willa Willene Willette Willia Wilma Winifred Winnie Winnifred Winona Wonda Ximena Xiomara
Yadira Yanira Yasmin Yesenia Yoko Yolanda Yolande Yolonda Yoshiko Yukiko Yuko Yulia Yvette Yvonne Zaida Zainab Zandra
Zara Zelda Zella Zelma Zena Zenaida Zenobia Zina Zita Zoe Zofia Zoila Zona Zoraida Zoë Zula Zulema Zulma Zuzanna
Élisabeth
"""

_EITHER = """
Amal Ashley Avery Blair Bobbie Cameron Carey Casey Courtney Dana Darcy Dominique Drew Frankie Jackie Jamie Jan Jess Jo
Jodie Jody Kelly Kendall Kerry Kim Kris Laurie Leslie Lindsay Lindsey Loren Lynn Marion Nikita Noor Pat Quinn Reese
Riley Robin Sam Sandy Sasha Shannon Shea Shelby Stacy Stevie Taylor Terry Tracy Val
"""
"""First names that tell a person, but not their pronoun."""

FIRST_NAMES: dict[str, bool | None] = {
    **dict.fromkeys(_MALE.split(), False),
    **dict.fromkeys(_FEMALE.split(), True),
    **dict.fromkeys(_EITHER.split()),
}
"""Of every first name whether it is a woman's; None where it may be either's."""
