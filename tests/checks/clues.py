"""Posts that give away a pet's name, a password or an answer to a security question, and posts that only look so.

The first lists were written before the rules. Those named LATER were written after the first rules; that several posts are joined came after
them. Those named LAST were written when all rules stood, and no rule was changed for them.
"""

PETS = {
    "Biscuit": [
        "Took Biscuit to the vet, nothing serious, just a sore paw", "Say hello to Biscuit, eight weeks old and already in charge", "Happy 4th birthday to my best boy Biscuit",
        "Biscuit has chewed through another lead", "Walkies with Biscuit before work", "We've named the puppy Biscuit", "The new kitten's name is Biscuit",
        "Biscuit is asleep in his basket and I can't move", "RIP Biscuit, the best dog anyone could ask for", "Meet Biscuit! Our rescue greyhound came home today",
        "Biscuit's litter tray is not going to clean itself", "my cat biscuit has knocked the plant over again", "My hamster’s called Biscuit and he has escaped",
        "Anyone able to look after Biscuit this weekend? She only needs feeding twice a day and her hutch cleaned", "Biscuit the cat, 1. Christmas tree, 0.",
    ],
    "Marmalade": [
        "Welcome home Marmalade, our new pony!", "We got a dog!! She's called Marmalade", "marmalade our tortoise is out of hibernation", "Adopted this little one from the shelter today. Her name is Marmalade",
        "Two walks in and Marmalade still wants her ball thrown", "Vet says Marmalade needs to lose a kilo", "The cat, Marmalade, has brought me a mouse", "15 years with my old boy Marmalade. Miss those paws",
        "Marmalade has his first puppy class tonight", "my budgie marmalade can say hello now",
    ],
}  # fmt: skip
NO_PETS = [
    "Marmalade on toast, the only breakfast", "Had a biscuit with my tea", "My dog is a good boy", "Took the bins out", "Happy birthday Ana!", "Meet Ana at the station at six", "Vet's bill was huge",
    "Say hello to spring", "We've named the ship after a saint", "Walkies before work", "The Dog and Duck quiz is on Tuesday", "My Year 9 class is called Beech", "Rest in peace, Uncle Tom, you taught me chess",
    "Welcome home, Ben! Leeds was too far", "The Cat in the Hat is on at the hall", "He is a sly old fox", "Ana has her first piano lesson tonight", "A lion called Clarence was on the telly",
    "I took Harry to the dentist", "Our new car is called a Fiesta", "Her name is Ana and she is my boss", "Rabbit stew at the Crown", "Bird watching with Priya", "Cat Stevens on the radio",
    "Anyone able to look after Noah this weekend?",
]  # fmt: skip
PASSWORDS = [
    "ok who still uses their dog's name for everything... guilty, biscuit99 since 2009", "Had to reset my login AGAIN. Goodbye biscuit123", "My wifi code is literally biscuit2020, don't judge",
    "Got locked out of my email. Turns out biscuit! is not strong", "pw hint: the dog. Biscuit, obviously", "Anyone else's PIN their dog's birthday? Biscuit was born 0405",
    "My passcode was Biscuit1 until today", "First password I ever had? biscuit1", "IT made me change it from Biscuit2024 to Biscuit2025, security sorted", "Netflix login for the family: Biscuit all lower case",
    "security question was first pet, so Biscuit got me back in", "biscuit_07 has been my password for every site since school", "The password for the group is biscuit, see you there", "signing in with Biscuit + birth year like it's 2005",
]  # fmt: skip
NO_PASSWORDS = [
    "Biscuit ate my homework", "I forgot my password again", "Biscuit learned to open the door", "Change your passwords, people", "My dog Biscuit walks to the code club with me", "Biscuit needs no key",
    "Reset the router, Biscuit chewed the cable", "Locked out of the house, Biscuit laughing at me from the window", "The code for good behaviour is treats, says Biscuit", "Security at the airport loved Biscuit",
    "Hint of ginger in these biscuits", "Logged 10,000 steps with Biscuit", "Biscuit 1, cat 0", "Pinned Biscuit's rosette to the wall",
]  # fmt: skip
ANSWERS = {
    "Drabble": ["My mum's maiden name is Drabble, so half the village are cousins", "Mum was a Drabble before she married", "née Drabble, and proud of it", "nan always says the Drabbles had money once, mum's maiden name and all: Drabble", "My mother’s maiden name was Drabble"],
    "Fiesta": ["My first car was a Fiesta and I loved it", "First car: Fiesta, 1998, rust included", "Passed my test in 2003 and bought my first car, a Fiesta", "Anyone remember my first car? The red Fiesta"],
    "Alder Row": ["I grew up on Alder Row, number 12 was ours", "The street I grew up on: Alder Row", "Went past Alder Row, where I grew up", "Childhood was Alder Row, bikes and scabby knees, the road I grew up on"],
    "Fellbrook": ["I was born in Fellbrook, moved at three", "Born and raised in Fellbrook", "Fellbrook born and bred, me", "Born in Fellbrook, and I will be buried there"],
    "Haddon Infants": ["My first school was Haddon Infants", "First school: Haddon Infants, with the outdoor loos", "I started school at Haddon Infants in 1989", "Haddon Infants was my first school, since you ask"],
    "Priddy": ["My favourite teacher was Mrs Priddy, she gave me books", "favourite teacher? Mr Priddy, no contest", "Mrs Priddy was my favourite teacher at school", "Best teacher I ever had: Miss Priddy"],
}  # fmt: skip
NO_ANSWERS = [
    "Her maiden name is long forgotten", "First cars are never good", "I grew up a lot that year", "I was born ready", "Born to run", "My first school trip as a teacher went well", "My favourite teacher is on the telly tonight",
    "Best teacher conference ever", "The first car in the queue was red", "The street was full of people", "My first school assembly is on Monday", "He was born in Fellbrook", "She grew up on Alder Row",
    "My first class were great", "Mum was a nurse before she married", "Was your first car a Fiesta?", "Ms Priddy is the new head", "Raised in hope", "My daughter was born in March", "First school run of term",
]  # fmt: skip
# ---------------------------------------------------------------- written after the first rules

LATER_PETS = {
    "Pickle": [
        "Pickle had puppies!! Five of them", "Off to the groomer's with Pickle", "our Pickle is 12 today, not bad for a moggy", "Can't believe it is a year since we lost Pickle, my little shadow on four legs", "Puppy update: Pickle slept through",
        "Pickle (cockapoo, chaos) says hi", "Pickle stole the chicken off the side. Bad dog.", "Finally got a photo of the cat. Pickle hates the camera", "Dog sitter needed for Pickle", "Pickle’s first day at doggy day care",
    ],
    "Socks": ["My rabbit Socks is fatter than me", "Socks the cat has been missing since Sunday, please check sheds", "We call the kitten Socks", "Vet again with Socks", "Socks is snoring, best girl", "Gave Socks a bath. He hated it. Wet dog everywhere"],
}  # fmt: skip
LATER_NO_PETS = [
    "Socks in a wash again", "Pickle sandwich for lunch", "Had a chat with Priya about the dog show", "Took Year 9 to the zoo", "Priya says the cat video was too long", "Hot dog stand at Haddon fair", "Priya has a cat allergy",
    "The vet on telly is called Noel", "Ella is scared of dogs", "My colleague Ben walks his dog at six", "Treats for Sam after the match", "Sam barked orders all lesson", "Ben chewed his pen", "Rex Cinema has puppies on the poster",
]  # fmt: skip
LATER_PASSWORDS = [
    "Yes my password is still pickle1, no I won't change it", "Trying every version of Pickle2018 to get into the old laptop", "told the kids the tablet pin is the year we got Pickle", "Hacked! Should not have used Pickle as my password",
    "why does every site want a number, fine, pickle7", "the answer to my security question is obviously Pickle", "Bank app wanted a memorable word. Guess. Pickle.", "Ha, guessed his wifi password first go: pickle",
]  # fmt: skip
LATER_NO_PASSWORDS = [
    "Pickle passed obedience level 2",
    "Forgot the pickle",
    "2 walks, 1 Pickle, 0 energy",
    "New collar for Pickle",
    "Pickle opened the fridge, who gave him the code",
    "Password night at the pub quiz",
]
LATER_ANSWERS = {
    "Tapley": ["Mum's side are all Tapleys, that's her maiden name: Tapley", "I kept my mum's maiden name, Tapley, as a middle name", "Before I married I was a Tapley"],
    "Polo": ["My very first car was a Polo with no radio", "My first car? A Polo. It died on the hill", "learned to drive in a Polo, which became my first car"],
    "Mill Lane": ["Drove down Mill Lane where I grew up", "I grew up in a tiny house on Mill Lane", "Mill Lane, the street I grew up on, has a cafe now"],
    "Wexcombe": ["I was born and raised in Wexcombe", "Wexcombe born, Wexcombe bred", "Born in Wexcombe in a snowstorm"],
    "St Bride": ["My first school was St Bride Primary, now flats", "I started school at St Bride, in the hut"],
    "Lomax": ["My favourite teacher, Mr Lomax, has retired", "Best teacher I ever had was Ms Lomax"],
}  # fmt: skip
LATER_NO_ANSWERS = [
    "My first car share of the term",
    "Ben was born in Wexcombe in 1980",
    "Where did you grow up? Mill Lane?",
    "My first school reunion next week",
    "Favourite teacher mug from Ana",
    "A street party on Mill Lane",
    "They grew up on Mill Lane",
    "Maiden voyage of the canoe",
]

# ---------------------------------------------------------------- written when all rules stood, and no rule was changed for them

LAST_PETS = {
    "Tilly": [
        "Tilly had her stitches out today, brave girl", "Vet bill for Tilly. I could have flown to Spain", "Sunday is for the beach and a very wet Tilly", "Need a cattery with room for Tilly in August", "Tilly brought a mouse in. Again.",
        "The look on Tilly's face when the carrier comes out, she knows it is the vet", "Tilly, my tabby, 14 years young", "Two cats next door and Tilly barks at both",
    ],
    "Rolo": ["Rolo is home! Our first guinea pig", "Cleaned the hutch, Rolo helped", "Rolo wheeks when the fridge opens, cutest paws", "My guinea pig Rolo ate a whole lettuce", "Microchip day for Rolo tomorrow"],
}  # fmt: skip
LAST_NO_PETS = [
    "Tilly Bishop has the lead in the play", "Rolo or Twix? Discuss", "Met Jonah at the dog park, lovely chap", "Jonah says the kennels are full", "Jonah and I took the children to the farm, goats everywhere", "Farah wants a kitten and the answer is no",
    "Saw a play about a dog called nobody", "Farah is allergic to fur", "Marking with a cat on the keyboard", "Lamb from the vet school open day", "Oliver Twist at the lido",
]  # fmt: skip
LAST_PASSWORDS = [
    "New job, new laptop, new password: tilly2026 here we go",
    "can't log in, tilly01 does not work any more",
    "The wifi key at ours is Tilly backwards",
    "pass code for the shed is the dog's name, thanks Tilly",
]
LAST_NO_PASSWORDS = ["Tilly ran 5k", "Logging off for the week, Tilly and I", "The key to Tilly's heart is cheese", "Tilly02 is not a bus"]
LAST_ANSWERS = {
    "Corsa": ["My first car was a Corsa held together with tape", "Sold my first car today, bye Corsa"], "Quarry Hill": ["Walked up Quarry Hill, the road where I grew up", "I grew up at 9 Quarry Hill"],
    "Hatch": ["Mum was a Hatch before she married", "My mum’s maiden name was Hatch"], "Penfold": ["I was born in Penfold", "Penfold born and bred"],
}  # fmt: skip
LAST_NO_ANSWERS = [
    "My first car park ticket",
    "Ana was born in Penfold",
    "We grew up together, Quarry Hill forever",
    "First school disco for the twins",
    "Mum was a Guide before she married",
    "Born in a barn? Shut the door",
]
# ---------------------------------------------------------------- friends by name: written before the rules

FRIENDS = {
    "Ella": [
        "Cinema with my best friend Ella", "Sleepover at Ella's, best friends since Year 7", "Happy birthday to my bestie Ella", "Shout out to Ella, best friend ever", "Ella from my class came round",
        "Me and my friends Ella, Mia and Zoe", "Ella is my best friend", "Ella, my best mate since primary, moved house", "Got partnered with Ella in science again", "Ella sits next to me in maths",
    ],
    "Jake": [
        "my mate Jake fell off his bike", "Jake from school is so funny", "Revising with my school friend Jake", "Lunch with Jake from maths", "In form with Jake again", "Jake in my year has a drum kit", "best mates: me and Jake",
        "my best friends are Jake and Sam", "Walked home from school with Jake", "Jake from football lent me his boots",
    ],
}  # fmt: skip
NO_FRIENDS = [
    "A friend of mine said no", "Best friends forever", "My friend Google knows", "Friends is on telly", "My best friend is coffee", "Out with friends in Leeds", "My friend told me", "School friends reunited", "Jake Paul video again",
    "Friend request from nobody", "My friends at Northgate School", "Ella Fitzgerald on the radio", "Walked home from school in the rain", "Man's best friend", "Best friend, worst enemy", "With friends like these",
    "My mate says Friday is fine", "In class on Monday", "From school to Haddon in ten minutes", "My best friend, Monday mornings", "Maths with Mr Lomax",
]  # fmt: skip
# Friends again: written when the rules stood. They found 7 of 14, and took "Home from school" for a friend: the words that are no names came after.

LAST_FRIENDS = {
    "Noor": [
        "Noor is the best friend I could ask for", "Biology revision with Noor, we know nothing", "My oldest friend Noor turned 16", "Group chat with Noor and Lily from tutor", "Noor and I have been mates since nursery", "Bus home with Noor",
        "Noor, bestie, you saved my life today", "Sat with Noor at lunch again",
    ],
    "Callum": ["Callum from choir got the solo", "My classmate Callum broke the window", "Played five a side with Callum and the lads", "Callum in form never stops talking", "Callum is my mate from scouts", "off to town with my mates Callum and Dev"],
}  # fmt: skip
LAST_NO_FRIENDS = [
    "Callum Scott is on the radio", "Lunch at Noor Grill", "Best friend of the planet: the bee", "My class won the quiz", "Mates rates at the garage", "English with tea", "Sat with the Year 7s", "Home from school with a cold",
    "Friends of Fellbrook Library meet on Monday", "Band practice in Haddon", "My friends, romans, countrymen", "PE with Mrs Adair", "Choir from Cardiff came second",
]  # fmt: skip
