import type { Visit } from "./site.ts";

/** An address for each page there is, in the states that look different. `as` nobody: what the public sees. */
export const VISITS: Readonly<Record<string, readonly Pick<Visit, "path" | "as" | "refused">[]>> = {
  "/": [{ path: "/?ar=2028" }, { path: "/?ar=2027", as: "bildning-chef" }],
  "/arshjulet": [{ path: "/arshjulet?ar=2028", as: "kommunchef" }],
  "/arshjulet/andra/$body/$year": [{ path: "/arshjulet/andra/kommunstyrelsen/2029", as: "kommunchef" }],
  "/arshjulet/extra/$body/$year": [{ path: "/arshjulet/extra/kommunstyrelsen/2029", as: "kommunchef" }],
  "/sok": [{ path: "/sok?q=skolornas" }, { path: "/sok" }],
  "/dag": [{ path: "/dag" }],
  "/modellen": [{ path: "/modellen" }],
  "/oppna-data": [{ path: "/oppna-data?ar=2027" }, { path: "/oppna-data?ar=2035&sok=budget&bara=oppet" }],
  "/logga-in": [{ path: "/logga-in" }],
  "/borja": [{ path: "/borja" }],
  "/drift": [{ path: "/drift" }],
  "/kom-igang": [{ path: "/kom-igang", as: "systemforvaltare" }],
  "/kom-igang/$step": [
    { path: "/kom-igang/organisation", as: "systemforvaltare" },
    { path: "/kom-igang/people", as: "bildning-chef" },
    { path: "/kom-igang/population", as: "systemforvaltare" },
  ],
  "/konto": [{ path: "/konto", as: "systemforvaltare" }],
  "/byt-kommun": [{ path: "/byt-kommun" }],
  "/konto/paminnelser": [{ path: "/konto/paminnelser", as: "systemforvaltare" }],
  "/konto/lank": [{ path: "/konto/lank" }],
  "/konto/glomt": [{ path: "/konto/glomt" }],
  "/mal": [{ path: "/mal?ar=2027" }, { path: "/mal?ar=2027&organ=socialnamnden", as: "social-chef" }],
  "/trad": [
    { path: "/trad?ar=2028" },
    { path: "/trad?ar=2028&visa=bild&sak=internal-budget:socialnamnden:2028", as: "social-chef" },
  ],
  "/mal/$body/$goal": [
    { path: "/mal/bildningsnamnden/lasning?ar=2027" },
    { path: "/mal/socialnamnden/sjukfranvaro?ar=2027", as: "enhetschef-hemvard" },
    { path: "/mal/kommunfullmaktige/mojlighet-att-vaxa?ar=2028", as: "kommunchef" },
  ],
  "/mal/$body/$year/skriv": [
    { path: "/mal/bildningsnamnden/2029/skriv", as: "bildning-chef" },
    { path: "/mal/bildningsnamnden/2028/skriv", as: "larare-bjornekulla" },
  ],
  "/mal/analyser": [{ path: "/mal/analyser?ar=2029", as: "bildning-chef" }],
  "/mal/signaler": [{ path: "/mal/signaler", as: "larare-bjornekulla" }],
  "/mal/analyser/omvarld/$body/$year/visa": [{ path: "/mal/analyser/omvarld/kommunstyrelsen/2029/visa" }],
  "/mal/analyser/omvarld/$body/$year": [
    { path: "/mal/analyser/omvarld/kommunstyrelsen/2030", as: "kommunchef" },
  ],
  "/mal/analyser/nulage/$body/$year": [
    { path: "/mal/analyser/nulage/bildningsnamnden/2030", as: "bildning-chef" },
    { path: "/mal/analyser/nulage/bildningsnamnden/2029", as: "larare-bjornekulla" },
  ],
  "/ekonomi/planeringsforutsattningar/$body/$year/visa": [
    { path: "/ekonomi/planeringsforutsattningar/kommunstyrelsen/2028/visa" },
  ],
  "/mal/vision/$body/$year": [{ path: "/mal/vision/kommunfullmaktige/2031", as: "kommunchef" }],
  "/mal/inriktningsmal/$body/$year": [
    { path: "/mal/inriktningsmal/kommunfullmaktige/2031", as: "kommunchef" },
    { path: "/mal/inriktningsmal/kommunfullmaktige/2028", as: "kommunchef" },
  ],
  "/min-enhet": [{ path: "/min-enhet?ar=2028", as: "larare-bjornekulla" }],
  "/mal/planer": [{ path: "/mal/planer?ar=2028", as: "kultur-chef" }],
  "/mal/planer/$body/$year": [
    { path: "/mal/planer/kultur-och-fritidsforvaltningen/2028", as: "kultur-chef" },
    { path: "/mal/planer/bjornekullaskolan/2028" },
  ],
  "/mal/planer/$body/$year/skriv": [
    { path: "/mal/planer/bildningsforvaltningen/2029/skriv", as: "bildning-chef" },
  ],
  "/mal/planer/enhet/$body/$year/skriv": [
    { path: "/mal/planer/enhet/hemvarden-norr/2028/skriv", as: "enhetschef-hemvard" },
  ],
  "/mal/planer/andringar/$body/$year": [
    { path: "/mal/planer/andringar/kultur-och-fritidsnamnden/2028", as: "kultur-ordforande" },
    { path: "/mal/planer/andringar/bildningsnamnden/2028", as: "larare-bjornekulla" },
  ],
  "/ekonomi": [{ path: "/ekonomi?ar=2027" }, { path: "/ekonomi?ar=2028", as: "ekonomichef" }],
  "/ekonomi/budgetdokument": [
    { path: "/ekonomi/budgetdokument?ar=2027" },
    { path: "/ekonomi/budgetdokument?ar=2028", as: "ekonomichef" },
  ],
  "/ekonomi/scenarier": [
    { path: "/ekonomi/scenarier?ar=2027" },
    { path: "/ekonomi/scenarier?ar=2027", as: "ekonomichef" },
  ],
  "/ekonomi/steg": [
    { path: "/ekonomi/steg?ar=2027" },
    {
      path: "/ekonomi/steg?ar=2027&fran=planning-conditions:kommunstyrelsen:2027@1&till=budget:kommunfullmaktige:2027@1&rader=bildningsnamnden",
      as: "ekonomichef",
    },
  ],
  "/ekonomi/indata/$kind/$body/$year": [
    { path: "/ekonomi/indata/planning-conditions/kommunstyrelsen/2029", as: "ekonomichef" },
    { path: "/ekonomi/indata/budget/kommunfullmaktige/2027?del=verksamheter", as: "revisor" },
  ],
  "/ekonomi/avstamning/$body/$year": [
    { path: "/ekonomi/avstamning/kommunstyrelsen/2027", as: "revisor" },
    { path: "/ekonomi/avstamning/kommunstyrelsen/2028", as: "ekonomichef" },
  ],
  "/ekonomi/stallning": [
    { path: "/ekonomi/stallning?ar=2027" },
    { path: "/ekonomi/stallning?ar=2028&forklara=rad.cash.2028", as: "ekonomichef" },
  ],
  "/ekonomi/stallning/$body/$year": [
    { path: "/ekonomi/stallning/kommunfullmaktige/2028", as: "ekonomichef" },
  ],
  "/ekonomi/internbudget": [
    { path: "/ekonomi/internbudget?ar=2027" },
    { path: "/ekonomi/internbudget?ar=2028", as: "bildning-controller" },
  ],
  "/ekonomi/internbudget/$body": [{ path: "/ekonomi/internbudget/bildningsnamnden?ar=2027", as: "revisor" }],
  "/ekonomi/internbudget/$body/$year": [
    { path: "/ekonomi/internbudget/socialnamnden/2028" },
    { path: "/ekonomi/internbudget/bildningsnamnden/2028", as: "bildning-controller" },
  ],
  // With something in it the part is looked at in company-budget.test.ts
  "/ekonomi/internbudget/$body/$year/enhet": [
    { path: "/ekonomi/internbudget/bjornekullaskolan/2029/enhet", as: "rektor-bjornekulla", refused: 409 },
  ],
  "/ekonomi/bolag": [{ path: "/ekonomi/bolag?ar=2028" }],
  "/ekonomi/bolag/$body": [{ path: "/ekonomi/bolag/kvidingebyggen-ab?ar=2028", as: "vd-kvidinge" }],
  "/ekonomi/bolag/$body/$year": [{ path: "/ekonomi/bolag/bjornekulla-it-ab/2028", as: "revisor" }],
  "/ekonomi/befolkning": [
    { path: "/ekonomi/befolkning?ar=2027" },
    { path: "/ekonomi/befolkning?ar=2028&prognos=2028.2&mot=2028.1", as: "ekonomichef" },
  ],
  "/ekonomi/befolkning/$body/$year": [
    { path: "/ekonomi/befolkning/kommunstyrelsen/2028", as: "controller-ksf" },
    { path: "/ekonomi/befolkning/kommunstyrelsen/2027", as: "revisor" },
  ],
  "/beslut": [{ path: "/beslut?ar=2027" }, { path: "/beslut", as: "kf-sekreterare" }],
  "/uppdrag": [{ path: "/uppdrag?organ=alla" }],
  "/uppdrag/$id": [{ path: "/uppdrag/60-1", as: "ks-sekreterare" }],
  "/beslut/mandat": [{ path: "/beslut/mandat" }],
  "/beslut/mandat/ny": [{ path: "/beslut/mandat/ny", as: "kommunchef" }],
  "/beslut/mandat/prova": [
    { path: "/beslut/mandat/prova?sak=edit:body-goals&i=bildningsnamnden", as: "bildning-chef" },
  ],
  "/beslut/mandat/$id": [{ path: "/beslut/mandat/m025", as: "bildning-chef" }],
  "/beslut/begaran": [{ path: "/beslut/begaran", as: "larare-bjornekulla" }],
  "/beslut/konton": [{ path: "/beslut/konton", as: "systemforvaltare" }],
  "/beslut/sakerhet": [
    { path: "/beslut/sakerhet", as: "revisor" },
    { path: "/beslut/sakerhet?sort=spraying", as: "kommunchef" },
    { path: "/beslut/sakerhet", as: "larare-bjornekulla" },
  ],
  "/beslut/inloggning": [
    { path: "/beslut/inloggning?tjanst=ny", as: "systemforvaltare" },
    { path: "/beslut/inloggning", as: "revisor" },
  ],
  "/beslut/utlamning": [{ path: "/beslut/utlamning", as: "systemforvaltare" }],
  "/beslut/tjanstekonton": [{ path: "/beslut/tjanstekonton", as: "systemforvaltare" }],
  "/beslut/kedjan": [{ path: "/beslut/kedjan" }, { path: "/beslut/kedjan", as: "revisor" }],
  "/beslut/andringar": [
    { path: "/beslut/andringar?sak=organisation.mandate", as: "revisor" },
    { path: "/beslut/andringar?andring=1", as: "revisor" },
    { path: "/beslut/andringar", as: "bildning-chef" },
  ],
  "/beslut/samma": [
    { path: "/beslut/samma", as: "controller-ksf" },
    { path: "/beslut/samma?organ=bildningsnamnden", as: "bildning-controller" },
  ],
  "/beslut/organisation": [
    { path: "/beslut/organisation" },
    { path: "/beslut/organisation", as: "ks-sekreterare" },
  ],
  "/beslut/organisation/andra": [
    { path: "/beslut/organisation/andra" },
    { path: "/beslut/organisation/andra", as: "systemforvaltare" },
  ],
  "/beslut/organisation/tabell": [{ path: "/beslut/organisation/tabell", as: "systemforvaltare" }],
  "/beslut/organisation/$body": [
    { path: "/beslut/organisation/nsva" },
    { path: "/beslut/organisation/bildningsnamnden?ar=2028", as: "bildning-chef" },
  ],
  "/beslut/personer": [
    { path: "/beslut/personer", as: "systemforvaltare" },
    { path: "/beslut/personer?sok=rektor", as: "bildning-chef" },
  ],
  "/beslut/personer/mandatperiod": [{ path: "/beslut/personer/mandatperiod", as: "systemforvaltare" }],
  "/beslut/personer/tabell": [
    { path: "/beslut/personer/tabell", as: "systemforvaltare" },
    { path: "/beslut/personer/tabell", as: "bildning-chef" },
  ],
  "/beslut/personer/gallring": [{ path: "/beslut/personer/gallring", as: "systemforvaltare" }],
  "/beslut/personer/$person/uppgifter": [
    { path: "/beslut/personer/kommunchef/uppgifter", as: "kommunchef" },
    { path: "/beslut/personer/kommunchef/uppgifter", as: "bildning-chef", refused: 403 },
  ],
  "/beslut/personer/$person": [
    { path: "/beslut/personer/bildning-chef", as: "systemforvaltare" },
    { path: "/beslut/personer/bildning-chef" },
  ],
  "/beslut/overtaget": [{ path: "/beslut/overtaget", as: "bildning-chef" }],
  "/beslut/$number": [{ path: "/beslut/1" }, { path: "/beslut/40", as: "revisor" }],
  "/infor-beslut/$kind/$body/$year": [{ path: "/infor-beslut/budget/kommunfullmaktige/2027" }],
  "/infor-beslut/$kind/$body/$year/$key": [
    { path: "/infor-beslut/vision/kommunfullmaktige/2021/finns-inte" },
  ],
  "/arende/$kind/$body/$year": [
    { path: "/arende/budget/kommunfullmaktige/2027", as: "ekonomichef" },
    { path: "/arende/situation-analysis/bildningsnamnden/2029", as: "bildning-chef" },
    { path: "/arende/vision/kommunfullmaktige/2021", as: "ks-ordforande" },
    // Another line's draft
    { path: "/arende/follow-up/bildningsnamnden/2028", as: "kultur-ordforande" },
  ],
  "/arende/$kind/$body/$year/$key": [{ path: "/arende/vision/kommunfullmaktige/2021/finns-inte" }],
  "/kontroll": [
    { path: "/kontroll?ar=2027" },
    { path: "/kontroll?ar=2027&organ=bildningsnamnden", as: "bildning-chef" },
  ],
  "/kontroll/riskomraden": [{ path: "/kontroll/riskomraden", as: "larare-bjornekulla" }],
  "/kontroll/uppsikt": [{ path: "/kontroll/uppsikt?ar=2027&organ=", as: "controller-ksf" }],
  "/kontroll/lopande/$body/$year": [
    { path: "/kontroll/lopande/bildningsnamnden/2028", as: "bildning-sekreterare" },
  ],
  "/kontroll/gemensamma/$body/$year": [
    { path: "/kontroll/gemensamma/kommunstyrelsen/2028", as: "controller-ksf" },
  ],
  "/kontroll/bedomning/$body/$year": [
    { path: "/kontroll/bedomning/kommunstyrelsen/2027", as: "controller-ksf" },
  ],
  "/kontroll/plan/$body/$year": [{ path: "/kontroll/plan/socialnamnden/2029", as: "social-chef" }],
  "/kontroll/rapport/$body/$year": [
    { path: "/kontroll/rapport/socialnamnden/2028", as: "social-controller" },
  ],
  "/kontroll/utford/$body/$year/$control": [
    { path: "/kontroll/utford/socialnamnden/2028/k-insatser", as: "enhetschef-hemvard" },
    { path: "/kontroll/utford/socialnamnden/2028/finns-inte", as: "revisor" },
  ],
  "/uppfoljning": [{ path: "/uppfoljning?ar=2027" }, { path: "/uppfoljning?ar=2028", as: "ekonomichef" }],
  "/uppfoljning/personal": [{ path: "/uppfoljning/personal?ar=2028", as: "ekonomichef" }],
  "/uppfoljning/koder": [
    { path: "/uppfoljning/koder?ar=2027" },
    { path: "/uppfoljning/koder?ar=2027&kod=200", as: "ekonomichef" },
    { path: "/uppfoljning/koder?ar=2027&kod=998", as: "revisor" },
  ],
  "/uppfoljning/atgardsplan/$body/$year": [
    { path: "/uppfoljning/atgardsplan/bildningsnamnden/2027", as: "rektor-bjornekulla" },
  ],
  "/uppfoljning/enhetsprognos/$body/$year": [
    { path: "/uppfoljning/enhetsprognos/hemvarden-norr/2028", as: "enhetschef-hemvard" },
  ],
  "/uppfoljning/delagda/$body/$year": [{ path: "/uppfoljning/delagda/nsr/2027", as: "ekonomichef" }],
  "/uppfoljning/$kind/$body/$year": [
    { path: "/uppfoljning/follow-up/bildningsnamnden/2028", as: "bildning-controller" },
    { path: "/uppfoljning/annual-report/kommunfullmaktige/2027", as: "ekonomichef" },
    { path: "/uppfoljning/interim-report/socialnamnden/2027", as: "revisor" },
  ],
  "/analys": [{ path: "/analys?ar=2027", as: "larare-bjornekulla" }],
  "/dokument": [{ path: "/dokument" }, { path: "/dokument?organ=bildningsnamnden", as: "bildning-chef" }],
  "/dokument/ny": [{ path: "/dokument/ny", as: "bildning-chef" }],
  "/dokument/$id": [{ path: "/dokument/policy-upphandling", as: "kf-sekreterare" }],
  "/dokument/lag/ny": [{ path: "/dokument/lag/ny", as: "kommunchef" }],
  "/dokument/lag/$id": [{ path: "/dokument/lag/skollagen", as: "kommunchef" }],
};
