import { defineConfig } from "vitest/config";

const e2e = "test/e2e/**/*.e2e.test.ts";
const built = "test/**/*.built.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.{ts,tsx}"], exclude: [e2e, built] },
      },
      // Looks at what `npm run build` left.
      { extends: true, test: { name: "built", include: [built] } },
      {
        extends: true,
        test: {
          name: "e2e",
          include: [e2e],
          fileParallelism: false, // one browser at a time: two cores are enough
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
