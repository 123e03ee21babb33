/** Commands for makers of lists. Each is loaded when it is called. */
export const LIST_COMMANDS = {
  lint: {
    usage: "winnow lint LIST [--json]",
    what: "check a list strictly; exit code 1 on any error or warning",
    load: async () => (await import("./lint")).lintCommand,
  },
  match: {
    usage: "winnow match LIST POSTS.jsonl",
    what: "say what a list does with posts, and because of which rules",
    load: async () => (await import("./match")).matchCommand,
  },
  diff: {
    usage: "winnow diff OLD NEW [--json]",
    what: "say how two copies of a list differ, and what its followers' Winnow would do with the new one",
    load: async () => (await import("./diff")).diffCommand,
  },
  convert: {
    usage: "winnow convert [--from FORMAT] FILE",
    what: "carry another program's list over, or a list out to another program (--to)",
    load: async () => (await import("./convert")).convertCommand,
  },
  keygen: {
    usage: "winnow keygen FILE",
    what: "make a pair of keys for signing lists",
    load: async () => (await import("./keys")).keygenCommand,
  },
  sign: {
    usage: "winnow sign LIST --key FILE",
    what: "sign a list",
    load: async () => (await import("./keys")).signCommand,
  },
  verify: {
    usage: "winnow verify LIST [--key KEY]",
    what: "check a list's signature",
    load: async () => (await import("./keys")).verifyCommand,
  },
} as const;
