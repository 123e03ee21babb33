"""One number for many, equal in both languages."""


def checksum(numbers):
    """FNV-1a over 32-bit numbers; order matters."""
    h = 0x811C9DC5
    for n in numbers:
        h = ((h ^ (int(n) & 0xFFFFFFFF)) * 16777619) & 0xFFFFFFFF
    return h
