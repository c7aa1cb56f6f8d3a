import { describe, expect, test } from "vitest";
import { ToldError } from "../told.ts";
import { chooseDataFolder, type Ground, stateFolder } from "./data-folder.ts";

const PROGRAM = "/root/tillit";
const BESIDE = "/root/tillit/data";
const APART = `${stateFolder(PROGRAM)}/data`;

/** A machine where PostgreSQL's user passes to some folders, and some hold data. */
const ground = (superuser: boolean, passable: string[], data: string[]): Ground => ({
  program: PROGRAM,
  superuser,
  passable: (folder) => passable.includes(folder),
  holdsData: (folder) => data.includes(folder),
});

describe("T-1: where the embedded database lies", () => {
  test("the named folder, whatever else there is", () => {
    for (const superuser of [true, false])
      expect(chooseDataFolder("/srv/tillit", ground(superuser, [], [BESIDE, APART]))).toBe("/srv/tillit");
  });

  test.each([
    ["an ordinary user: beside the program", false, [], [], BESIDE],
    ["root, and the way is open: beside the program", true, [BESIDE], [], BESIDE],
    ["root in a closed home: apart", true, [], [], APART],
    ["root in a closed home that has started before: apart", true, [], [APART], APART],
    ["data beside the program that can be reached are used there", true, [BESIDE], [BESIDE, APART], BESIDE],
    [
      "data that were moved apart are used there though the way is open by now",
      true,
      [BESIDE],
      [APART],
      APART,
    ],
    [
      "data left beside the program in a closed home, and others apart: those apart",
      true,
      [],
      [BESIDE, APART],
      APART,
    ],
  ] as const)("%s", (_what, superuser, passable, data, folder) => {
    expect(chooseDataFolder(undefined, ground(superuser, [...passable], [...data]))).toBe(folder);
  });

  test("data that can't be reached stop the start and are told how to be moved: an empty database would look like a loss", () => {
    expect(() => chooseDataFolder(undefined, ground(true, [], [BESIDE]))).toThrow(ToldError);
    expect(() => chooseDataFolder(undefined, ground(true, [], [BESIDE]))).toThrow(
      `Databasen i ${BESIDE} går inte att nå för PostgreSQL, som inte körs som root: flytta den med npm run tillit -- data move.`,
    );
  });

  test("two clones never share a place apart", () => {
    expect(stateFolder("/root/a")).not.toBe(stateFolder("/root/b"));
    expect(stateFolder("/root/a")).toMatch(/^\/var\/lib\/tillit\/[0-9a-f]{12}$/);
  });
});
