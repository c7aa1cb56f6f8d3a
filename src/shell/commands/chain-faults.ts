/** What is wrong with a chain of decisions, in words for whoever runs a command. */
export const FAULTS = {
  "number-missing": "beslutet saknas",
  "previous-differs": "det hänger inte på beslutet före",
  "decision-changed": "beslutets uppgifter har ändrats",
  "version-missing": "den beslutade versionen saknas",
  "version-changed": "den beslutade versionens innehåll har ändrats",
  "proposal-changed": "förslaget som ändrades vid sammanträdet har ändrats i efterhand",
  "version-state": "den beslutade versionens status har ändrats",
  "decided-without-decision": "en version är låst utan beslut",
  "head-differs": "kedjans huvud stämmer inte; beslut kan ha tagits bort i slutet",
} as const;
