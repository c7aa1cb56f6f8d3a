import type { Page } from "playwright-core";
import { quiet } from "./quiet.ts";

/** Lays the draft on the page before the organ. */
export async function propose(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lägg fram" }).click();
  const dialog = page.getByRole("dialog", { name: "Lägg fram förslaget" });
  await dialog.getByLabel("Vad ändras, och varför?").fill("Föreslås så här i provet.");
  await dialog.getByRole("button", { name: "Lägg fram" }).click();
  await page.getByText("Förslaget är framlagt.").waitFor();
}

interface Meeting {
  readonly paragraph: string;
  readonly reference: string;
  readonly votes?: readonly [number, number, number];
  /** By the beginning of the remark that asks for it. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** What a secretary does after the meeting; gives the decision's number. */
export async function register(page: Page, meeting: Meeting): Promise<number> {
  await page.getByRole("button", { name: "Registrera beslut" }).click();
  const dialog = page.getByRole("dialog", { name: "Registrera beslut" });
  await dialog.getByLabel("Paragraf").fill(meeting.paragraph);
  await dialog.getByLabel("Diarienummer").fill(meeting.reference);
  if (meeting.votes) {
    await dialog.getByLabel("Röster är räknade").check();
    for (const [i, label] of ["För", "Emot", "Avstod"].entries())
      await dialog.getByLabel(label, { exact: true }).fill(String(meeting.votes[i]));
  }
  for (const [remark, reason] of Object.entries(meeting.reasons ?? {}))
    await dialog.getByLabel(`Skäl: ${remark}`).fill(reason);
  // What was not laid forward first is decided for a reason
  await quiet(page);
  for (const why of await dialog.getByLabel(/Skäl:$/).all()) await why.fill("Avgjordes vid sammanträdet.");
  await dialog.getByRole("button", { name: "Registrera beslutet" }).click();
  const said = page.getByText(/Beslutet är registrerat som nummer \d+/);
  await said.waitFor();
  return Number(/nummer (\d+)/.exec((await said.textContent()) ?? "")?.[1]);
}

/** Opens a page on a day as somebody who has signed in, or as a resident. */
export type At = (day: string, as: string | undefined, path: string) => Promise<Page>;
