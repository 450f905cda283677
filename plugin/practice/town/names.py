"""Street names for the made-up town: words of our own, used once each with the same suffix."""

import random

TOWN = "Harrowmere"
COUNTY = "Midvale"
NEIGHBOUR = "Eastwold"

AREAS = (
    "Old Town", "Northfields", "Tanners Green", "Highfield", "Millbank", "Southwater",
    "Castle Meads", "Westwell", "Long Acre",
)  # fmt: skip
VILLAGES = (
    "Oxenholt", "Thaxcombe", "Brindlow", "Wenbury", "Kingsmarsh", "Aldwinter", "Stoke Perrin",
    "Hadlow End", "Great Marrow", "Cobblestow",
)  # fmt: skip
CORE = (
    "Sheep Street", "Corn Street", "Church Lane", "Chapel Row", "Tinkers Alley", "Malthouse Lane",
    "Brewery Lane", "Back Lane", "Cornhill", "St Anne's Street", "Priory Street", "Fish Row",
    "Butcher Row", "The Shambles", "Silver Street", "Wheelwright Lane", "Almshouse Row",
    "Palmers Yard", "Cross Keys Lane", "Bakehouse Lane", "Friars Walk", "Old Bank Street",
)  # fmt: skip

_THEMES = {
    "terrace": (
        ("Albert", "Victoria", "Alma", "Inkerman", "Balaclava", "Alexandra", "Gladstone", "Cobden",
         "Havelock", "Wellington", "Nelson", "Raglan", "Clarence", "Osborne", "Jubilee", "Regent"),
        ("Foundry", "Gasworks", "Station", "Railway", "Tannery", "Brickfield", "Orchard", "Lime",
         "Vicarage", "Garibaldi", "Prospect", "Hope", "Union", "Temperance", "Cambridge", "York"),
        ("Percy", "Stanley", "Beaconsfield", "Salisbury", "Melbourne", "Canning", "Grey", "Howard",
         "Arthur", "Ernest", "Florence", "Edith", "Maud", "Beatrice", "Leopold", "Connaught"),
    ),
    "estate": (
        ("Acacia", "Beech", "Cherry", "Elder", "Hawthorn", "Hazel", "Juniper", "Larch", "Laburnum",
         "Maple", "Rowan", "Sycamore", "Willow", "Whitebeam", "Hornbeam", "Aspen", "Poplar"),
        ("Kestrel", "Lapwing", "Curlew", "Heron", "Plover", "Skylark", "Fieldfare", "Wagtail",
         "Bunting", "Dunlin", "Linnet", "Martin", "Nuthatch", "Swift", "Teal", "Wren", "Redwing"),
        ("Tennyson", "Wordsworth", "Shelley", "Byron", "Keats", "Chaucer", "Milton", "Dryden",
         "Masefield", "Betjeman", "Kipling", "Hardy", "Browning", "Coleridge", "Marlowe"),
        ("Bluebell", "Campion", "Foxglove", "Primrose", "Speedwell", "Cowslip", "Celandine",
         "Harebell", "Yarrow", "Teasel", "Meadowsweet", "Tansy", "Bramble", "Heather", "Sorrel"),
        ("Conway", "Harlech", "Arundel", "Bodiam", "Corfe", "Kenilworth", "Ludlow", "Pembroke",
         "Raby", "Tintagel", "Warkworth", "Leeds", "Dunster", "Pevensey", "Rochester"),
        ("Bramley", "Pippin", "Russet", "Costard", "Laxton", "Worcester", "Blenheim", "Discovery",
         "Medlar", "Quince", "Damson", "Codlin", "Greengage", "Mulberry", "Perry", "Pearmain"),
        ("Windermere", "Coniston", "Derwent", "Ullswater", "Buttermere", "Grasmere", "Rydal",
         "Thirlmere", "Ennerdale", "Kendal", "Keswick", "Langdale", "Borrowdale", "Eskdale"),
        ("Drake", "Frobisher", "Hawkins", "Raleigh", "Grenville", "Anson", "Benbow", "Rodney",
         "Collingwood", "Jellicoe", "Hood", "Howe", "Keppel", "Vernon", "Cochrane", "Duncan"),
        ("Barley", "Harrow", "Tithe", "Glebe", "Furlong", "Hayfield", "Meadow", "Paddock", "Clover",
         "Stubble", "Furrow", "Headland", "Granary", "Rickyard", "Shepherd", "Fallow", "Coppice"),
        ("Anvil", "Cooper", "Fletcher", "Saddler", "Turner", "Weaver", "Chandler", "Fuller",
         "Glover", "Mason", "Sawyer", "Thatcher", "Wainwright", "Potter", "Tyler", "Webster"),
    ),
    "industrial": (
        ("Enterprise", "Telford", "Brunel", "Stephenson", "Faraday", "Arkwright", "Newcomen",
         "Whittle", "Bessemer", "Boulton", "Crompton", "Darby", "Maudslay", "Smeaton", "Whitworth"),
    ),
    "lane": (
        ("Drovers", "Frog", "Mill", "Pound", "Sandpit", "Gipsy", "Rectory", "Manor Farm",
         "Featherbed", "Dark", "Hollow", "Watery", "Blind", "Starveall", "Gravel", "Kiln"),
    ),
}  # fmt: skip

_SUFFIXES = {
    "terrace": ("Street", "Road", "Terrace", "Street", "Road", "Place"),
    "drive": ("Drive", "Avenue", "Way", "Road"),
    "crescent": ("Crescent", "Avenue", "Road", "Gardens", "Grove"),
    "close": ("Close", "Court", "Close", "Grove", "Mews", "Walk", "Close"),
    "industrial": ("Way", "Road", "Park", "Close", "Court"),
    "lane": ("Lane", "Lane", "Track"),
}
_THEME_OF = {"drive": "estate", "crescent": "estate", "close": "estate"}


class Names:
    """Hands out names, each once; one neighbourhood keeps to one theme, as real estates do."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()
        self._themes: dict[str, list[str]] = {}

    def take(self, name: str) -> str:
        """Keep `name` for the caller; a name that is gone gets a point of the compass."""
        for wanted in (name, f"{name} North", f"{name} South", f"{name} East", f"{name} West"):
            if wanted not in self._taken:
                self._taken.add(wanted)
                return wanted
        return self.invent("lane", name)

    def invent(self, kind: str, neighbourhood: str) -> str:
        """Return a name that fits a street of this kind in this neighbourhood."""
        theme = _THEME_OF.get(kind, kind)
        words = self._words(theme, neighbourhood)
        suffixes = _SUFFIXES[kind]
        for _ in range(40):
            name = f"{self._rng.choice(words)} {self._rng.choice(suffixes)}"
            if name not in self._taken:
                self._taken.add(name)
                return name
        everything = [f"{w} {s}" for t in _THEMES[theme] for w in t for s in suffixes]
        name = next(n for n in everything if n not in self._taken)
        self._taken.add(name)
        return name

    def _words(self, theme: str, neighbourhood: str) -> list[str]:
        key = f"{theme}/{neighbourhood}"
        if key not in self._themes:
            used = len([k for k in self._themes if k.startswith(f"{theme}/")])
            choices = _THEMES[theme]
            self._themes[key] = list(choices[used % len(choices)])
        return self._themes[key]
