import tseslint from "typescript-eslint";

/** What may be imported from where is checked by test/house/, with the reasons. */
export default tseslint.config(
  { ignores: ["build/", ".plasmo/", ".cache/", "node_modules/", "models/", "src/dev/package-json-stub/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      // The schema library's way to give a type and a value the same name is a namespace import.
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "off", // noUncheckedIndexedAccess makes them needed, sparingly
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text of others never becomes markup: use textContent." },
        { property: "outerHTML", message: "Text of others never becomes markup: use textContent." },
        { property: "insertAdjacentHTML", message: "Text of others never becomes markup: use append." },
      ],
    },
  },
  {
    // Tests build pages and look at what became of them.
    files: ["test/**", "src/dev/**"],
    rules: { "no-restricted-properties": "off" },
  },
);
