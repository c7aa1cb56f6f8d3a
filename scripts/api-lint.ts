import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/platform/config.ts";
import { MAX_BODY_BYTES } from "../src/platform/http/app.ts";
import { SESSION_COOKIE } from "../src/platform/http/cookies.ts";
import { describeApi } from "../src/shell/api/describe.ts";
import { VERSION } from "../src/shell/version.ts";

// The API's description, written without a database or a server, and read by Redocly's recommended rules; a warning stops too.
const folder = mkdtempSync(join(tmpdir(), "tillit-api-"));
try {
  const document = join(folder, "openapi.json");
  const limits = { requestsPerMinute: readConfig({}).requestsPerMinute, bodyBytes: MAX_BODY_BYTES };
  const about = { version: VERSION, cookie: SESSION_COOKIE, publicUrl: undefined, limits };
  writeFileSync(document, JSON.stringify(await describeApi(about)));
  const { status } = spawnSync(
    join(import.meta.dirname, "../node_modules/.bin/redocly"),
    ["lint", "--extends=recommended-strict", "--max-problems=50", document],
    {
      stdio: "inherit",
      // It asks nobody whether there is a newer one, and tells nobody that it ran
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
