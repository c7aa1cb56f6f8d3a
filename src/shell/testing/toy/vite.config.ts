import { mergeConfig, type Plugin } from "vite";
import client from "../../../../vite.config.ts";

const LIST = "export const kindPages: readonly KindPages[] = [";

/** The line that a chapter adds to the web's list of kinds, written in as the pages are built. */
const withToy: Plugin = {
  name: "with-toy",
  enforce: "pre",
  transform(code, id) {
    if (!id.endsWith("/shell/web/kinds.ts")) return undefined;
    if (!code.includes(LIST)) throw new Error("the list of kinds has another form");
    return `import { toyPages } from "../testing/toy/pages/kind.ts";\n${code.replace(LIST, `${LIST}\n  ...toyPages,`)}`;
  },
};

export default mergeConfig(client, { plugins: [withToy] });
