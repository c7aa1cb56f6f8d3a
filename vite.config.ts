import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const DEFINES_ONLY = /node_modules\/(@digdir\/designsystemet-react|@floating-ui|@tanstack\/virtual-core)\//;

/** The web client: built into dist/web, which the server serves; every page is a piece of its own, fetched when opened. */
export default defineConfig({
  root: join(import.meta.dirname, "src/shell/web"),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows no data: fonts, and pictures are few
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // These packages do not say that their modules only define things: unused components would all be sent
        moduleSideEffects: [{ test: DEFINES_ONLY, sideEffects: false }],
      },
    },
  },
});
