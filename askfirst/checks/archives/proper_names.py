"""Names of people, animals and places as they stand in posts: a capital letter, and none of the words that have one for another reason."""

import re

__all__ = ["NAME", "NO_NAMES", "RUN"]

NAME = r"(?P<name>[A-Z][a-zà-ÿ'’-]{2,20})"
RUN = re.compile(r"(?P<name>(?:(?:Mrs?|Ms|Miss|Dr)\.? )?[A-Z][\w'’&-]+(?: (?:of |the |and |upon )?[A-Z][\w'’&-]+){0,3})")
NO_NAMES = frozenset(
    "I'm I've I'll I'd It's That's He's She's We're They're You're I’m I’ve I’ll It’s That’s He’s She’s We’re They’re You’re"
    " The This That When What Why How And But For Not Now Just She He They We You Our His Her Its Monday Tuesday Wednesday Thursday Friday"
    " Saturday Sunday January February March April May June July August September October November December Happy Morning Today Good"
    " Thanks Thank Poor Meet Christmas Easter Love Look Please Here There Then Still Even Will Can Has Had Was Were Are Did Does Got Get"
    " Lost Found Mum Dad Nan Grandma Grandad Year English Maths Science Fed Walked Took Bought Saw Met Gave Washed Bathed"
    " Chased Patted Stroked Called Kissed Hugged Groomed Trained Brought Left Told Asked Heard Watched Cleaned"
    " Fetched Who Which Every Some Any All".split()
)
