import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const DEFINES_ONLY = /node_modules\/(@digdir\/designsystemet-react|@floating-ui|@tanstack\/virtual-core)\//;

const MIN_BYTES = 1024;
const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Puts a small twin (.br, .gz) beside every file of text, so that the server need not compress while somebody waits. */
const compressed: Plugin = {
  name: "compressed-twins",
  apply: "build",
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((file) => /\.(js|css|html|svg)$/.test(file));
    // Off the main thread, and as many at a time as there are threads for it: somebody waits for the first start
    await Promise.all(
      names.map(async (name) => {
        const path = join(dir as string, name);
        const bytes = await readFile(path);
        if (bytes.length < MIN_BYTES) return;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        await Promise.all([
          gzipped(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
          brotlied(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
        ]);
      }),
    );
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
