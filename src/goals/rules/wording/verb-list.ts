/**
 * The verbs that goals are written with, by what is said when a goal hangs on one:
 * - `change`: something becomes more or less, or reaches its level: a result
 * - `state`: how something is: a result
 * - `act`: something is done, made or offered
 * - `effort`: somebody means to, and promises no result
 * - `serve`: how a matter is dealt with: a result where it is said how soon or how often
 * - `live`: what people do and feel: an act only where the municipality is the one who does it
 */
export type VerbClass = "change" | "state" | "act" | "effort" | "serve" | "live";

/** The first conjugation (-ar), by infinitive. */
export const FIRST: Readonly<Record<VerbClass, string>> = {
  change:
    "öka minska halvera dubbla fördubbla tredubbla förbättra försämra förkorta korta utöka reducera försvaga begränsa kapa bromsa utjämna minimera maximera dämpa lindra mildra",
  state:
    "klara genomsyra medföra orsaka motivera sakna känneteckna prägla karaktärisera karakterisera grunda basera fungera hushålla motsvara kosta sakna spegla omfatta ranka vila prestera toppa matcha",
  act: "bevilja tillskapa premiera belöna besikta bredda fördela förtydliga förvalta förverkliga gestalta gynna omvandla ompröva permanenta rita sammankalla skicka slopa städa undervisa utforska utmana välkomna återkoppla kalla bekämpa avhjälpa kraftsamla öppna visualisera skapa nyskapa tillvarata kommunicera profilera avtala arbeta jobba utveckla utbilda fortbilda starta börja påbörja anordna ordna upprätta inrätta utarbeta kartlägga uppdatera samordna samverka samarbeta skapa anpassa satsa planera investera installera lansera etablera inventera analysera granska utvärdera revidera digitalisera effektivisera implementera publicera renovera modernisera upphandla informera bilda montera ersätta avveckla aktivera rekrytera attrahera locka engagera involvera synliggöra koordinera organisera sammanställa utforma bevaka teckna ändra förändra formera profilera prioritera samla undersöka kommunicera presentera bearbeta testa pröva förnya rusta sanera förankra administrera dokumentera redovisa rapportera identifiera vårda bevara förädla förmedla verkställa leverera ansvara integrera standardisera automatisera marknadsföra avlasta tillämpa ombilda införskaffa lotsa handleda kompetensutveckla erbjuda utlova intensifiera konkretisera strukturera värdera kvalitetssäkra skydda rena",
  effort:
    "verka sträva medverka motverka främja uppmuntra värna säkra garantera underlätta stimulera stötta eftersträva respektera beakta",
  serve:
    "producera besvara åtgärda hantera betala hämta avsluta handlägga svara slutföra kontrollera behandla besluta lämna",
  live: "vänta hitta spela samtala hamna önska öva träna lita dela fråga klaga samverka våga söka simma åka hantera överleva medverka rekommendera stanna sluta studera cykla uppskatta praktisera påverka sortera spara flytta promenera träffa hoppa ansöka orka rösta tala skada låna fullfölja drabba lämna visa prata kontakta anmäla behärska nyttja utnyttja",
};

/** The second conjugation (-er, inför), by infinitive. */
export const SECOND: Readonly<Record<VerbClass, string>> = {
  change: "krympa höja sänka skärpa upphöra stärka förstärka förlänga uppfylla fördjupa",
  state: "fylla motsvara svara tillhöra utgöra kräva innebära räcka gälla beröra följa",
  act: "förbereda mäta kravställa sjösätta driftsätta tillföra jämföra uppsöka genomlysa överväga återställa framlägga lägga byta sprida inreda beskriva införa genomföra bygga uppföra anlägga utföra överföra köpa hyra tillsätta anställa ställa lyfta leda belysa styra rikta utlysa sköta föra marknadsföra åstadkomma rusta väcka åta verkställa framställa sammanställa iordningställa sätta fastställa omsätta kartlägga ersätta",
  effort: "stödja vidta hindra förhindra förebygga uppmärksamma säkerställa",
  serve: "lösa fälla sända bedöma",
  live: "röka leka upptäcka tillbringa tänka behöva köra känna leva lära möta söka åka tänka hjälpa märka glömma uppleva läsa resa röra tycka läka väga återvända använda besöka hyra",
};

/** The others in their own forms: infinitive, present, present in -s, supine, participles. A dash: there is none. */
export const STRONG: Readonly<Record<VerbClass, string>> = {
  change:
    "sjunka sjunker - sjunkit|stiga stiger - stigit|växa växer - växt|bli blir - blivit|avta avtar - avtagit|tillta tilltar - tilltagit|bibehålla bibehåller bibehålls bibehållit bibehållen bibehållet bibehållna|vidmakthålla vidmakthåller vidmakthålls vidmakthållit|upprätthålla upprätthåller upprätthålls upprätthållit|bestå består - bestått|kvarstå kvarstår - kvarstått|nå når nås nått nådd nådda|uppnå uppnår uppnås uppnått uppnådd uppnådda|gå går - gått|försvinna försvinner - försvunnit|överskrida överskrider överskrids överskridit|underskrida underskrider underskrids underskridit|överstiga överstiger - överstigit|understiga understiger - understigit|överträffa överträffar överträffas överträffat",
  state:
    "vara är - varit|ha har - haft|ligga ligger - legat|finnas finns - funnits|få får - fått|kunna kan - kunnat|veta vet - vetat|hålla håller hålls hållit|bära bär bärs burit|innehålla innehåller - innehållit|tillåta tillåter tillåts tillåtit|trivas trivs - trivts|upplevas upplevs - upplevts|kännas känns - känts|utgå utgår - utgått|uppgå uppgår - uppgått|täcka täcker täcks täckt|sitta sitter - suttit|hinna hinner - hunnit|förstå förstår förstås förstått|bero beror - berott|utgöra utgör - utgjort",
  act: "föreslå föreslår föreslås föreslagit föreslagen föreslagna|knyta knyter knyts knutit knuten knutna|underhålla underhåller underhålls underhållit underhållen|bjuda bjuder bjuds bjudit bjuden bjudna|inbjuda inbjuder inbjuds inbjudit|bedriva bedriver bedrivs bedrivit bedriven bedrivet bedrivna|driva driver drivs drivit driven drivet drivna|erbjuda erbjuder erbjuds erbjudit erbjuden erbjudet erbjudna|tillhandahålla tillhandahåller tillhandahålls tillhandahållit|behålla behåller behålls behållit|anta antar antas antagit antagen antaget antagna|utreda utreder utreds utrett utredd utredda|ingå ingår - ingått|skriva skriver skrivs skrivit skriven skrivna|utse utser utses utsett utsedd utsedda|ansluta ansluter ansluts anslutit ansluten anslutna|bistå bistår - bistått|dra drar dras dragit dragen dragna|framta framtar framtas framtagit framtagen framtaget framtagna|sälja säljer säljs sålt såld sålda|utöva utövar utövas utövat|delta deltar - deltagit|deltaga deltager - deltagit|avsätta avsätter avsätts avsatt avsatta|göra gör görs gjort gjord gjorda|samråda samråder - samrått",
  effort:
    "bidra bidrar - bidragit|tillgodose tillgodoser tillgodoses tillgodosett tillgodosedd|tillse tillser tillses tillsett|möjliggöra möjliggör möjliggörs möjliggjort|tillvarata tillvaratar tillvaratas tillvaratagit|stöda stöder stöds stött",
  serve:
    "avgöra avgör avgörs avgjort avgjord avgjorda|bemöta bemöter bemöts bemött|inleda inleder inleds inlett",
  live: "vistas vistas -|må mår - mått|finna finner finns funnit|vinna vinner - vunnit|bo bor - bott|se ser ses sett|tro tror - trott|välja väljer väljs valt|säga säger - sagt|vilja vill - velat|sova sover - sovit|slippa slipper - sluppit|bryta bryter bryts brutit|komma kommer - kommit|avbryta avbryter avbryts avbrutit|avlida avlider - avlidit|äta äter - ätit|dö dör - dött|uppge uppger - uppgett|ange anger - angett|anse anser anses ansett|förlora förlorar förloras förlorat|nekas nekas -|ge ger ges gett given givet givna|ta tar tas tagit|växla växlar - växlat|umgås umgås -|lyckas lyckas -|hoppas hoppas -|utsätta utsätter utsätts utsatt|mista mister - mist|stå står - stått|gå går - gått",
};
