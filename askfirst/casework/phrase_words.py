"""Plain words for a code phrase: short, told apart by ear, none unkind. Six of them, drawn by chance, are one in more than 2 to the 60."""

__all__ = ["WORDS"]

WORDS: tuple[str, ...] = tuple(
    dict.fromkeys(
        """
acorn actor adult after again agent alarm album alley almond along amber anchor ankle answer apple apron arch arena armour arrow
artist aspen atlas attic aunt autumn avenue award axis baby badge badger bagel baker balcony ball ballet balloon bamboo banana
band banjo bank banner barber bark barley barn barrel basil basin basket bath bathtub baton battery beach bead beaker beam bean
bear beard beaver bed beech beef beetle beggar bell belt bench berry bike bingo birch bird biscuit bishop bison blanket blazer
blender block blossom blue board boat bobbin bolt bone bonnet book boot border bottle bottom boulder bounce bowl box bracelet
brain branch brass bread breakfast breeze brick bridge broccoli bronze brook broom brother brown brush bubble bucket buckle
buffalo bugle builder bulb bunny bus bush butcher butter button cabbage cabin cable cactus cake calf camel camera camp canal
candle candy canoe canvas canyon cape caravan carbon card cargo carpet carriage carrot cart carton castle cat catch cattle cave
cedar ceiling celery cello cement centre cereal chain chair chalk chapel chapter chariot cheese chef cherry chess chest chestnut
chicken chief child chimney chin chisel choir chorus church cider cinema circle circus citrus city clam clarinet classic clay
clerk cliff cloak clock cloth cloud clover clown club coach coal coast coat cobalt cobweb cocoa coconut cod coffee coin collar
colour comb comet comic compass copper coral cord cork corn corner cottage cotton couch counter country cousin cover cow crab
cradle crane crater crayon cream creek crew cricket crocus crop crow crown crumb crust crystal cube cuckoo cucumber cup cupboard
curl curry curtain curve cushion custard cycle cymbal daffodil dairy daisy damson dance dawn day deck deer delta denim dentist
depot desert desk dew dial diamond diary dinner dish diver dock doctor dog doll dolphin domino donkey door dough dove dragon drama
draw dream dress drill drink driver drum duck dune dust eagle ear early earth easel east echo edge eel egg eight elbow elder
elephant elf elm ember emerald emperor engine entrance envelope equal error evening evergreen extra eye fabric face factory falcon
family farm farmer fashion father feast feather fence fern ferry fiddle field fiesta fig film finch finger fir fire fish flag
flame flask flat fleece flint float flock floor flour flower flute foal foam fog folder forest fork fort forum fossil fountain fox
frame freckle free fresh friday friend frog frost fruit fudge funnel fur galaxy gallery game garage garden garlic garnet gate
gazelle gecko gem giant ginger giraffe glacier glass glider globe glove glow glue goat gold goldfish golf goose gorge gorse grain
grandma granite grape grass gravel gravy green grey grid grotto grove guava guest guide guitar gull gym habit haddock hail hair
half hall halo hammer hammock hamper hamster hand handle hanger harbour hare harp harvest hat hawk hawthorn hay hazel heart hearth
heather hedge hedgehog heel helmet hen herald herb hermit heron hill hinge hippo hive hobby hockey holiday holly home honey hood
hoof hook hoop horizon horn horse hotel hour house hub hunter hut hyena ice icicle igloo inch indigo ink insect iris iron island
ivory ivy jacket jade jaguar jam january jar jasmine jaw jay jeans jelly jersey jetty jewel jigsaw jockey journal journey joy
judge jug juice july jumper june jungle juniper kayak keeper kennel kernel kettle key keyboard kidney king kiosk kipper kitchen
kite kitten kiwi knee knight knot koala label lace ladder ladle lady lagoon lake lamb lamp lane lantern larch lark lasagne laser
lather laundry lava lavender lawn layer leaf leather ledge leek lemon lens lentil leopard lesson letter lettuce level lever
library lichen lid light lilac lily limbo lime linen lion lip list litre lizard llama loaf lobby lobster local locker locket loft
log lolly long loom loop lorry lotus lounge lunch lute lynx lyric magnet magpie maize major mallet mammoth mango manor maple
marathon marble march margin marigold market marmalade maroon marsh mask mast mat match maze meadow meal medal melody melon member
menu merlin mermaid metal meteor metre midday middle midnight mile milk mill mineral minnow mint minute mirror mist mitten model
mole moment monday monkey month moon moose morning mosaic moss moth mother motor mountain mouse mouth mud muffin mug mule museum
mushroom music mustard nail napkin narrow nature navy neck needle nephew nest net nettle new newt nickel night nine noodle north
nose note notebook novel number nurse nutmeg oak oar oasis oat ocean octopus office oil olive onion opal open opera orange orbit
orchard orchid organ otter oval oven owl oxygen oyster paddle page paint palace palm pan panda panel pansy panther paper parade
parcel park parrot parsley party passage pasta pastel path patio pattern pavement peach peacock peanut pear pearl pebble pedal
pelican pen pencil penguin pepper perch petal piano picnic picture pier pigeon pillow pilot pine pink pint pipe pirate pizza
planet plank plant plate platform plum pocket poem polar pond pony poplar poppy porch porridge postcard potato pottery powder
prairie prawn present prince prism prize puddle puffin pulley pumpkin puppet puppy purple puzzle pyramid quarry quarter queen
quill quilt quiz rabbit raccoon race radar radio radish raft rail rain rainbow raisin ranch raspberry raven recipe record reef
reindeer reptile ribbon rice riddle ring river road robin robot rock rocket rodeo roof room rooster root rope rose rowan ruby
rudder rug ruler sail sailor salad salmon salt sand sandal sandwich sapphire satchel saturn sauce saucer scarf school science
scooter screen sea seal season seat seed seven shadow shamrock shark shed sheep shelf shell shelter sherbet ship shirt shoe shop
shore shovel shower shrimp silk silver singer sister six skate sketch ski sky slate sledge sleeve slide slipper smile snail snow
soap sock sofa soil song soup south spade spaniel sparrow spice spider spinach spiral spoon spring spruce square squash squirrel
stable stadium stage stair stamp star starfish station steam steel stem stick stone stool stork storm story stove straw stream
street string studio sugar suit summer sunday sunset supper swallow swan sweater swing syrup table tadpole tailor tango tapestry
tartan taxi tea teacher team teapot temple tennis tent theatre thimble thistle thread three throne thumb thunder ticket tide tiger
tile timber toad toast toffee tomato tongue tool tooth topaz torch tortoise toucan towel tower town toy track tractor trail train
tram treasure tree triangle tricycle trout truck trumpet tuba tulip tuna tunnel turkey turnip turtle tutor twelve twig twin twist
umbrella uncle unicorn uniform valley vanilla vase velvet village vine violet violin visitor voice volcano vowel voyage waffle
wagon waistcoat waiter walnut walrus water wave weasel weather wednesday week whale wheat wheel whisker whistle willow window
winter wizard wolf wombat wonder wood wool world wren wrist yacht yard year yellow yoghurt zebra zero zigzag
""".split()
    )
)
