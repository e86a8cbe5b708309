import { defineConfig } from "vitest/config";

// unit: pure rooms, no database. services: one throwaway PostgreSQL for the run, a database per test file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          isolate: false,
          include: [
            "packages/{engine,model,contract,i18n,ui,documents,watch}/**/*.test.{ts,tsx}",
            "apps/web/**/*.test.{ts,tsx}",
            "tests/{architecture,attacks,quality}/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/.next/**", "**/dist/**"],
          // Property tests of a second's work; a machine that does much else takes many.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "services",
          environment: "node",
          // No test replaces a module, so files of one worker share them: reading them anew takes longer than the tests.
          isolate: false,
          include: ["packages/{db,services,auth,api}/**/*.test.ts", "apps/worker/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          globalSetup: ["packages/db/testing/global-setup.ts"],
          // The longest takes three seconds on a quiet machine.
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
