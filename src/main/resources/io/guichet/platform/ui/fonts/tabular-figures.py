"""Makes the faces of Guichet from Inter: digits of one width by default, the scripts of Europe only."""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

UNICODES = [*range(0x20, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070),
            *range(0x20A0, 0x20C0), *range(0x2100, 0x2200), *range(0x2200, 0x2270), *range(0x25A0, 0x2600), 0x2713, 0x2717, 0x2318]

def make(source, target, family, style):
    font = TTFont(source)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if not table.cmap.get(code, ".tf").endswith(".tf"):
                table.cmap[code] = table.cmap[code] + ".tf"
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "calt"], name_IDs=["*"], hinting=True)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=UNICODES)
    chosen.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    full = family if style == "Regular" else f"{family} {style}"
    for name_id, text in ((1, family), (2, style), (3, full), (4, full), (6, full.replace(" ", "") + "-" + style)):
        font["name"].setName(text, name_id, 3, 1, 0x409)
        font["name"].setName(text, name_id, 1, 0, 0)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    font.save(target)

if __name__ == "__main__":
    make(*sys.argv[1:])
