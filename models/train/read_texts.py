"""What Python makes of texts, for the test that compares it with TypeScript: JSON strings a line in, JSON arrays a line out.

[normalised, characters, words, checksum of the first reading's rows, checksum of the second's] for a table of 2 ** 20 rows
"""
import json
import os
import sys

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from encode import measure, readings  # noqa: E402
from golden_checksum import checksum  # noqa: E402
from normalise import normalise  # noqa: E402

for line in sys.stdin:
    plain = normalise(json.loads(line))
    chars, words = measure(plain)
    rows = [np.sort((h & np.uint32(2 ** 20 - 1)).astype(np.int32)) for h in readings(plain)]
    print(json.dumps([plain, chars, words, *map(checksum, rows)]))
