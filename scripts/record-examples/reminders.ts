import { sql } from "kysely";
import type { Door } from "../../src/platform/database/door.ts";
import type { Call, Reply } from "../../src/shell/year/client.ts";
import { signedLink } from "../../src/year/reminders/signed-link.ts";

/** How one wants to be reminded, how the municipality has it, and a letter's link, which is the same each time. */
export async function reminderCalls(
  ask: (call: Omit<Call, "on">) => Promise<Reply>,
  door: Door,
): Promise<void> {
  const path = "/year/reminders";
  const as = "revisor";
  await ask({
    method: "POST",
    path: `${path}/setting`,
    as: "systemforvaltare",
    body: { how: "week", weekday: 1, escalateDays: 14 },
  });
  await ask({
    method: "POST",
    path,
    as,
    body: { how: "day", weekday: 1, language: "sv", without: ["review"] },
  });
  await ask({ method: "GET", path, as });
  const key = { linkId: "A".repeat(22), secret: "A".repeat(43) };
  await door.write({ municipality: "1277", personId: as, requestId: "example" }, "exempel", (tx) =>
    sql`update year.reminder_choice set link_id = ${key.linkId}, secret = ${key.secret} where person_id = ${as}`.execute(
      tx,
    ),
  );
  await ask({ method: "POST", path: `${path}/end/${signedLink(key, "act")}`, as });
}
