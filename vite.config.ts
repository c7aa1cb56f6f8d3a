import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin, type Rolldown } from "vite";
import { type Language, readMessages } from "./src/platform/texts.ts";

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

/**
 * The order of the layers, said first in every style sheet: a page's own can be fetched before the theme's, and the first that
 * names a layer would put it below all that come later.
 */
const LAYERS = "@layer ds,tillit;";

const layered: Plugin = {
  name: "layers-in-order",
  apply: "build",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = `${LAYERS}${file.source}`;
  },
};

const MESSAGES = "virtual:messages";

/** The texts of each chapter, brought together from its rooms, as one piece a language ("virtual:messages/budget/sv"). */
const messages: Plugin = {
  name: "chapter-messages",
  resolveId: (id) => (id.startsWith(MESSAGES) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${MESSAGES}`)) return undefined;
    const source = join(import.meta.dirname, "src");
    const [, chapter, language] = id.split("/");
    if (chapter === undefined) {
      const names = [...readMessages(source, "sv").keys()].flatMap((name) => [`${name}/sv`, `${name}/en`]);
      const loaders = names.map((name) => `"${name}": () => import("${MESSAGES}/${name}")`);
      return `export default { ${loaders.join(", ")} };`;
    }
    for (const file of globSync(`${chapter}/**/messages/${language}.json`, { cwd: source }))
      this.addWatchFile(join(source, file));
    const texts = readMessages(source, language as Language).get(chapter) ?? {};
    return `export default ${JSON.stringify(texts)};`;
  },
};

const WORKER = "src/shell/web/offline-worker.ts";

/** The worker that reads documents without a connection: one file with a name of its own, at the root of what it answers for. */
const offlineWorker: Plugin = {
  name: "offline-worker",
  apply: "build",
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      build: {
        write: false,
        target: "es2023",
        rolldownOptions: { input: join(import.meta.dirname, WORKER), output: { format: "iife" } },
      },
    });
    for (const { output } of [built].flat() as Rolldown.RolldownOutput[])
      for (const file of output)
        if (file.type === "chunk")
          this.emitFile({ type: "asset", fileName: "offline-worker.js", source: file.code });
  },
};

/** The web client: built into dist/web, which the server serves; every page is a piece of its own, fetched when opened. */
export default defineConfig({
  root: join(import.meta.dirname, "src/shell/web"),
  plugins: [react(), messages, layered, offlineWorker, compressed],
  build: {
    outDir: join(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows no data: fonts, and pictures are few
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      treeshake: {
        // These packages do not say that their modules only define things: unused components would all be sent
        moduleSideEffects: [{ test: DEFINES_ONLY, sideEffects: false }],
      },
      output: {
        // What every page begins with is one file: half a hundred small ones would each be asked for
        codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] },
      },
    },
  },
});
