/**
 * Builds the tables in `data/names` and `data/legal-forms` from their public sources. Run by hand when a source has a
 * new edition: `node scripts/build-names.ts FOLDER`, where FOLDER holds the files named in `SOURCES`.
 * The sources, their licences and dates stand in `data/names/SOURCES.md`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { buildLegalForms } from "./legal-forms.ts";

const SOURCES = {
  pinyin: "unihan_kMandarin.txt",
  simplified: "unihan_kSimplifiedVariant.txt",
  korean: "korean_names.json",
  nicknames: "nicknames.csv",
  forenames: "common-forenames-by-country.csv",
  surnames: "common-surnames-by-country.csv",
  arabic: "google_ar2en.txt",
  synonyms: "wikidata_name_synonyms.txt",
  legalForms: "iso-20275_2026-02-19.csv",
} as const;

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: build-names.ts FOLDER (the one with the source files)");

function source(name: keyof typeof SOURCES): string {
  return readFileSync(join(folder as string, SOURCES[name]), "utf8").replace(/^\uFEFF/, "");
}

function rows(name: keyof typeof SOURCES): Record<string, string>[] {
  return parse(source(name), { columns: true, skip_empty_lines: true, relax_column_count: true });
}

function write(path: string, value: unknown): void {
  const members = Object.entries(value as Record<string, unknown>);
  const lines = members.map(([key, member]) => `${JSON.stringify(key)}: ${JSON.stringify(member)}`);
  writeFileSync(join(import.meta.dirname, "..", "data", path), `{\n${lines.join(",\n")}\n}\n`);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Pinyin without tones to all its characters (the first Mandarin reading of each, blocks U+3400 to U+9FFF). */
function pinyin(): Record<string, string> {
  const bySyllable = new Map<string, string[]>();
  for (const line of source("pinyin").split("\n")) {
    const found = /^U\+([0-9A-F]{4}): (\S+)/.exec(line);
    if (found === null) continue;
    const syllable = plain((found[2] ?? "").normalize("NFD").replace(/u\u0308/g, "v")).replace("v", "u");
    bySyllable.set(syllable, [
      ...(bySyllable.get(syllable) ?? []),
      String.fromCodePoint(Number.parseInt(found[1] ?? "0", 16)),
    ]);
  }
  return Object.fromEntries([...bySyllable].sort().map(([key, characters]) => [key, characters.join("")]));
}

/** Traditional characters and the simplified ones that stand for them, in the same order (U+3400 to U+9FFF). */
function simplified(): Record<string, string> {
  const pairs: [string, string][] = [];
  for (const line of source("simplified").split("\n")) {
    const [from = "", ...to] = (line.match(/U\+[0-9A-F]+/g) ?? []).map((code) =>
      String.fromCodePoint(Number.parseInt(code.slice(2), 16)),
    );
    const other = to.find((character) => character !== from);
    if (!line.includes("kSimplifiedVariant") || !/^[\u3400-\u9fff]{2}$/u.test(from + (other ?? ""))) continue;
    pairs.push([from, other ?? ""]);
  }
  pairs.sort((one, other) => (one[0] < other[0] ? -1 : 1));
  return {
    traditional: pairs.map(([from]) => from).join(""),
    simplified: pairs.map(([, to]) => to).join(""),
  };
}

type KoreanRow = {
  readonly hangul: string;
  readonly hanja?: string;
  readonly rr?: string;
  readonly mr?: string;
  readonly other_romanizations?: string;
  readonly population?: number;
  readonly source: string;
};

/** Surnames with their spellings in Latin letters, and Hanja with their Korean reading in names. */
function korean(): { surnames: Record<string, string>; hanja: Record<string, string> } {
  const list = JSON.parse(source("korean")) as KoreanRow[];
  const surnames: Record<string, string> = {};
  const hanja: Record<string, string> = {};
  for (const row of list) {
    if (row.source === "korean_surnames") {
      const spellings = [row.rr, row.mr, ...(row.other_romanizations ?? "").split(",")];
      const plainOnes = spellings
        .map((text) => plain(text ?? "").replace(/ /g, ""))
        .filter((text) => text !== "");
      surnames[row.hangul] = [...new Set(plainOnes)].join(" ");
    }
    for (const characters of (row.hanja ?? "").split(",")) {
      const word = characters.trim().replace(/\[.*/, "");
      if (row.hangul.length !== word.length || !/^[\u3400-\u9fff]+$/u.test(word)) continue;
      for (let at = 0; at < word.length; at += 1) hanja[word.charAt(at)] ??= row.hangul.charAt(at);
    }
  }
  return { surnames, hanja };
}

/** Given names and their short forms, each way round, as words. */
/** Short forms of Russian, Spanish, Portuguese, Italian, German, Polish and Turkish names and of Muhammad; the source has the English ones. */
const MORE_NICKNAMES =
  "aleksandr=sasha,sascha,shura,alex,sanya alexander=sasha,sascha,shura aleksandra=sasha,shura alexandra=sasha oleksandr=sasha,sashko aleksey=alyosha,lyosha,lesha alexei=alyosha,lyosha,lesha alexey=alyosha,lyosha,lesha anatoliy=tolya,tolik anatoly=tolya,tolik andrey=andryusha,andrusha andrei=andryusha,andrusha anna=anya,annushka,nyura boris=borya dmitriy=dima,mitya,dimitri dmitry=dima,mitya dmitri=dima,mitya ekaterina=katya,katia yekaterina=katya,katia elena=lena,alyona yelena=lena,alyona evgeniy=zhenya,zhenia evgeny=zhenya,zhenia yevgeniy=zhenya,zhenia yevgeny=zhenya,zhenia galina=galya gennadiy=gena,genya gennady=gena,genya georgiy=gosha,zhora grigoriy=grisha grigory=grisha igor=igoryok ilya=ilyusha ivan=vanya,vania irina=ira konstantin=kostya,kostia larisa=lara leonid=lyonya,lenya lev=lyova,leva lyudmila=lyuda,mila ludmila=luda,mila maksim=max,maks maxim=max mariya=masha,marusya maria=masha,marita,mari mikhail=misha,mishka nadezhda=nadya natalya=natasha,nata natalia=natasha,nata nikita=nik nikolay=kolya,kolia nikolai=kolya,kolia oleg=olezhka olga=olya pavel=pasha,pavlik petr=petya,petia pyotr=petya,petia roman=roma sergey=seryozha,serezha,serge sergei=seryozha,serezha,serge stanislav=stas,slava svetlana=sveta,lana svyatoslav=slava tatyana=tanya,tania tatiana=tanya,tania vadim=vadik valentin=valya valeriy=valera valery=valera vasiliy=vasya,vasia vasily=vasya,vasia viktor=vitya,vitia victor=vitya,vic vitaliy=vitalik,vitya vladimir=vova,volodya,vlad,vovan vladislav=vlad,slava volodymyr=vova,volodya vyacheslav=slava yaroslav=slava yuriy=yura,yurik yury=yura yuri=yura " +
  "alberto=beto alejandro=alex,jandro alfonso=poncho,fonso,fon alfredo=fredo,freddy antonio=tony,tono,toni,antonino arturo=turo concepcion=concha,conchita consuelo=chelo dolores=lola,lolita eduardo=lalo,edu,duda enrique=quique,kike ernesto=neto,ernie felipe=pipe fernando=nando,fer francisco=paco,pancho,curro,chico,kiko,quico,cisco gilberto=beto,gil gonzalo=gonza gregorio=goyo guadalupe=lupe,lupita guillermo=memo,guille gustavo=tavo,gus heriberto=beto,beto hector=tito humberto=beto,berto ignacio=nacho isabel=chabela,chavela jesus=chuy,chucho,suso joaquin=quino,chimo jorge=coque,jorgito jose=pepe,chepe,joselito,ze juan=juancho,juanito,juani leonardo=leo leonel=leo lorenzo=lencho luis=lucho,luisito,guicho manuel=manolo,manny,manu,manolito,lolo marcelo=chelo marco=marquito mauricio=mauri mercedes=meche,merche miguel=mike,migue,miguelito nicolas=nico octavio=tavo pablo=pablito pedro=perico,pedrito rafael=rafa,fallo ramon=moncho,mon ricardo=ricky,cardo,richi roberto=beto,tito,robe rodolfo=fito,rodo rodrigo=rorro,rodri rogelio=roger rosario=charo,chayo salvador=chava,salva santiago=santi,chago sebastian=seba,sebas sergio=checo,sergito socorro=coco teresa=tere,teresita vicente=chente,vicen victoria=vicky,viky " +
  "giovanni=gianni,nanni,vanni giuseppe=beppe,peppe,pino,pippo,peppino luigi=gigi,gino salvatore=totò,toto,turi,salvo domenico=mimmo,mico francesco=franco,ciccio,checco antonino=nino,tonino vincenzo=enzo,vincent,cenzo lorenzo=renzo,enzo matteo=teo gaetano=tano johannes=hans,jan,johann johann=hans friedrich=fritz,fred josef=sepp,jupp heinrich=heinz,heini wilhelm=willi,willy,helmut maximilian=max gerhard=gerd hans=hansi stanislaw=staszek,stach krzysztof=krzys,krzysiek malgorzata=gosia katarzyna=kasia aleksander=olek,alek tomasz=tomek wojciech=wojtek andrzej=jedrek mehmet=memo,mehmed mustafa=musti ibrahim=ibo,ebi,brahim suleyman=sulo abdullah=abdo,apo,abdu muhammad=md,mohd,mo,moh,muhd,mhd mohammad=md,mohd,mo,moh,muhd,mhd mohammed=md,mohd,mo,moh,muhd,mhd mohamed=md,mohd,mo,moh,muhd,mhd";

function nicknames(): Record<string, string> {
  const pairs = new Map<string, Set<string>>();
  for (const entry of MORE_NICKNAMES.split(" ")) {
    const [name = "", shorts = ""] = entry.split("=");
    const held = pairs.get(plain(name)) ?? new Set();
    for (const short of shorts.split(",")) held.add(plain(short));
    pairs.set(plain(name), held);
  }
  for (const row of rows("nicknames")) {
    const [one, other] = [plain(row.name1 ?? ""), plain(row.name2 ?? "")];
    if (one === "" || other === "" || one === other) continue;
    pairs.set(one, (pairs.get(one) ?? new Set()).add(other));
  }
  return Object.fromEntries([...pairs].sort().map(([one, others]) => [one, [...others].sort().join(" ")]));
}

/** How often a word stands in the tables of common names by country: what is common outside the lists. */
function population(): Record<string, number> {
  const counts = new Map<string, number>();
  for (const row of [...rows("forenames"), ...rows("surnames")]) {
    const words = new Set(
      [row["Romanized Name"], row["Localized Name"]].flatMap((text) => plain(text ?? "").split(" ")),
    );
    for (const word of words) if (/^[a-z]{2,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

const COMMON_ARABIC =
  "محمد=muhammad احمد=ahmad أحمد=ahmad علي=ali حسن=hassan حسين=hussein عبد=abd عبدالله=abdullah الله=allah عبدالرحمن=abdulrahman الرحمن=alrahman محمود=mahmud مصطفى=mustafa ابراهيم=ibrahim إبراهيم=ibrahim اسماعيل=ismail إسماعيل=ismail يوسف=yusuf عمر=omar عثمان=uthman خالد=khalid سعيد=said صالح=salih سليمان=sulayman ابو=abu أبو=abu بن=bin ابن=bin ال=al حمد=hamad ناصر=nasir طارق=tariq جمال=jamal كريم=karim موسى=musa عيسى=isa داود=dawud فاطمة=fatima مريم=maryam بنت=bint";

/** Arabic words of names and their usual Latin spelling (one word each, Arabic letters only). */
function arabic(): Record<string, string> {
  const table = new Map<string, string>();
  // The commonest names are in neither source with their commonest spelling.
  for (const pair of COMMON_ARABIC.split(" ")) table.set(...(pair.split("=") as [string, string]));
  const synonyms = source("synonyms")
    .split("\n")
    .map((line) => line.split(", "))
    .map(([one = "", other = ""]) => (/^[a-z]/.test(one) ? `${other}\t${one}` : `${one}\t${other}`));
  for (const line of [...synonyms, ...source("arabic").split("\n")]) {
    const [word, latin] = line.split("\t");
    const key = (word ?? "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/\u0640/g, "");
    const value = plain(latin ?? "").replace(/ /g, "");
    if (!/^[\u0621-\u064A]{2,}$/u.test(key) || !/^[a-z]{2,}$/.test(value)) continue;
    const held = table.get(key);
    if (held === undefined) table.set(key, value);
  }
  return Object.fromEntries([...table].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

write("names/pinyin.json", pinyin());
write("names/simplified.json", simplified());
write("names/korean.json", korean());
write("names/nicknames.json", nicknames());
write("names/population.json", population());
write("names/arabic.json", arabic());
write("legal-forms/forms.json", buildLegalForms(rows("legalForms")));
