/** What stands first in the file, for whoever opens it without Tillit. */
export const readMe = (
  { code, name }: { readonly code: string; readonly name: string },
  now: Date,
): string => `${name} (${code})
Kommunens egna uppgifter ur Tillit, som de var ${now.toISOString()}.

Filen är förseglad till den nyckel som kommunens systemförvaltare har valt. Så öppnas den:

    age -d -i NYCKELFIL FIL | tar xz            (age: https://age-encryption.org)
    npm run -s tillit -- open-handover FIL --key=NYCKELFIL [--to=MAPP]    (prövar också att allt stämmer)

tabeller/<schema>.<tabell>/0001.jsonl
    En rad i databasen är en rad här: ett JSON-objekt med kolumnernas namn. Stora tabeller har flera filer.
    Belopp är hela tal i den enhet som kolumnens namn slutar med. Binära värden står som \\x och hexadecimala siffror.
beslutskedjan/
    Besluten och de beslutade versionerna så som deras kontrollsummor är tagna, och kedjans huvud.
innehall.json
    Alla filer med storlek och SHA-256, tabellerna med kolumner, typer och antal rader, och vad som inte följer med.
    Det som öppnar något (lösenordens summor, inloggningar, koder) följer aldrig med.

Här står personuppgifter och det som är hemligt enligt lag. Förvara det därefter.
`;
