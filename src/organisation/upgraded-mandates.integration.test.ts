import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Astorp, astorp } from "../shell/testing/astorp.ts";

let a: Astorp;
beforeAll(async () => {
  a = await astorp();
});
afterAll(() => a.stop());

const upgrade = readFileSync(join(import.meta.dirname, "../../migrations/033_rights.sql"), "utf8").replace(
  /^[\s\S]*?(?=do \$\$)/,
  "",
);
const asStored = async () =>
  (
    await a.sql(
      `select action, organ_kinds, roles, scope from organisation.mandate order by action, organ_kinds::text, roles::text, scope`,
    )
  ).rows;

test("R-3: a municipality that was set up with the first mandates has, when it is upgraded, what a new one has; its own are left", async () => {
  // Departments came after it
  await a.sql(`select set_config('tillit.person', 'prov', false), set_config('tillit.why', 'prov', false);
    update organisation.mandate set organ_kinds = array_remove(organ_kinds, 'department');`);
  const asNew = await asStored();
  await a.sql(`
    update organisation.mandate set scope = 'group' where mandate_id in ('m018', 'm019', 'm020', 'm021', 'm022', 'm023', 'm024', 'm053');
    update organisation.mandate set scope = 'served' where mandate_id = 'm044';
    update organisation.mandate set roles = '{municipal-director,administration-director}' where mandate_id = 'm056';
    update organisation.mandate set roles = '{administration-director,controller,municipal-director,finance-director}' where mandate_id = 'm050';
    delete from organisation.mandate where mandate_id = 'm065b' or mandate_id between 'm066' and 'm073';
    insert into organisation.mandate values ('1277', 'm047', 'edit:indicator-value', '{unit}', '{unit-manager}', 'served', 'Prov', '§2.5', '2019-01-01', null),
      ('1277', 'egen', 'edit:budget', '{administration}', '{controller}', 'group', 'Kommunens egen', '§2.2', '2019-01-01', null);`);
  await a.sql(upgrade);

  const after = await asStored();
  expect(after.filter(({ action, scope }) => !(action === "edit:budget" && scope === "group"))).toEqual(
    asNew,
  );
  const { rows } = await a.sql(
    "select count(*)::int as n from organisation.mandate where mandate_id = 'egen' and scope = 'group'",
  );
  expect(rows).toEqual([{ n: 1 }]);
  const log = await a.sql(
    `select distinct person_id, why from platform.change_log where table_name = 'organisation.mandate' and person_id = 'uppgradering'`,
  );
  expect(log.rows).toContainEqual({
    person_id: "uppgradering",
    why: "Mandat som räckte längre än modellen ger (§3.2)",
  });
  // Once more changes nothing
  await a.sql(upgrade);
  expect(await asStored()).toEqual(after);
});
