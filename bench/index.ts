import { country } from "../src/budget/allocation/testing/country.ts";
import { measureCountry } from "./country.ts";
import { measureRecalculation } from "./recalculation.ts";
import { measureSlider } from "./slider.ts";

// How long an allocation takes, beside the same model in a spreadsheet engine and beside the bare sums, and how often a
// slider's page is drawn. Only told, never tested: a machine that is busy is not a fault. docs/speed.md says what is measured.

const { source, inputs } = country();
await measureRecalculation();
measureCountry(source, inputs);
await measureSlider();
