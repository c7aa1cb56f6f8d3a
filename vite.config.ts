import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const DEFINES_ONLY = /node_modules\/(@digdir\/designsystemet-react|@floating-ui|@tanstack\/virtual-core)\//;

const MIN_BYTES = 1024;

/** Puts a small twin (.br, .gz) beside every file of text, so that the server need not compress while somebody waits. */
const compressed: Plugin = {
  name: "compressed-twins",
  apply: "build",
  async writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html|svg)$/.test(file))) {
      const path = join(dir as string, name);
      const bytes = await readFile(path);
      if (bytes.length < MIN_BYTES) continue;
      await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }));
    }
  },
};

/** The web client: built into dist/web, which the server serves; every page is a piece of its own, fetched when opened. */
export default defineConfig({
  root: join(import.meta.dirname, "src/shell/web"),
  plugins: [react(), compressed],
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
