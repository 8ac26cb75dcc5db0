import { Fault } from "../../../fault.ts";
import { isA, isSchema, propertyOf } from "../../entity/model.ts";

/**
 * What a table's columns are: for each property the places of its columns (a table may have several of one, `alias 1`,
 * `alias 2`), and the headers that say nothing to us. Properties are FollowTheMoney's of the party and of its Sanction;
 * beside them `id` (the row's own number) and `schema` (what the party is).
 */
export type RecognizedColumns = {
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly unrecognized: readonly string[];
};

/** A header with more characters than this is a line of prose. */
const HEADER_CHARS_MAX = 100;

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  id: [
    "id",
    "no",
    "nr",
    "number",
    "row",
    "rowid",
    "entityid",
    "customerid",
    "번호",
    "순번",
    "연번",
    "고객번호",
  ],
  schema: ["schema", "type", "entitytype", "partytype", "kind", "유형", "구분", "종류"],
  name: [
    ...["name", "names", "fullname", "wholename", "partyname", "customername", "entityname", "companyname"],
    ...["primaryname", "legalname", "vesselname", "shipname", "nameofindividualorentity", "caption"],
    ...[
      "이름",
      "성명",
      "성함",
      "상호",
      "명칭",
      "회사명",
      "기관명",
      "단체명",
      "업체명",
      "고객명",
      "선박명",
      "법인명",
    ],
    ...["영문이름", "영문성명", "영문명", "한글이름", "한글성명", "한글명", "국문명"],
  ],
  firstName: ["firstname", "givenname", "givennames", "forename", "forenames"],
  middleName: ["middlename", "patronymic"],
  lastName: ["lastname", "surname", "familyname"],
  fatherName: ["fathername", "fathersname"],
  alias: [
    "alias",
    "aliases",
    "aka",
    "alsoknownas",
    "othername",
    "othernames",
    "별칭",
    "별명",
    "가명",
    "이명",
  ],
  weakAlias: ["weakalias", "weakaliases", "lowqualityalias", "lowqualityaka", "약한별칭"],
  previousName: [
    "previousname",
    "previousnames",
    "formername",
    "formernames",
    "fka",
    "구명칭",
    "구상호",
    "전이름",
  ],
  birthDate: ["birthdate", "dateofbirth", "dob", "born", "birthday", "birth", "생년월일", "출생일", "생일"],
  birthPlace: ["birthplace", "placeofbirth", "pob", "출생지"],
  deathDate: ["deathdate", "dateofdeath", "사망일"],
  gender: ["gender", "sex", "성별"],
  country: ["country", "countries", "countrycode", "국가", "나라", "소재국"],
  nationality: ["nationality", "nationalities", "citizenship", "국적"],
  jurisdiction: ["jurisdiction", "countryofincorporation", "설립국", "설립국가"],
  incorporationDate: ["incorporationdate", "registrationdate", "foundingdate", "설립일"],
  legalForm: ["legalform", "법인형태"],
  position: ["position", "role", "jobtitle", "직위", "직책"],
  title: ["title", "salutation", "호칭"],
  passportNumber: ["passport", "passportnumber", "passportno", "여권번호", "여권"],
  idNumber: [
    ...[
      "idnumber",
      "idno",
      "nationalid",
      "nationalidnumber",
      "identitynumber",
      "identitycard",
      "documentnumber",
    ],
    ...["신분증번호", "주민등록번호", "외국인등록번호", "식별번호"],
  ],
  registrationNumber: [
    ...["registrationnumber", "registrationno", "companynumber", "businessregistrationnumber"],
    ...["사업자등록번호", "법인등록번호", "등록번호"],
  ],
  taxNumber: ["taxnumber", "taxid", "tin", "vat", "납세자번호"],
  leiCode: ["lei", "leicode"],
  swiftBic: ["bic", "swift", "swiftbic", "swiftcode"],
  innCode: ["inn", "inncode"],
  ogrnCode: ["ogrn", "ogrncode"],
  uscCode: ["uscc", "usccode", "unifiedsocialcreditcode"],
  imoNumber: ["imo", "imonumber", "imono", "imo번호"],
  mmsi: ["mmsi"],
  callSign: ["callsign", "호출부호"],
  flag: ["flag", "flagstate", "기국", "선적"],
  email: ["email", "emailaddress", "이메일", "전자우편"],
  phone: ["phone", "phonenumber", "telephone", "tel", "mobile", "전화", "전화번호", "휴대전화", "연락처"],
  website: ["website", "url", "homepage", "홈페이지"],
  address: ["address", "addresses", "fulladdress", "location", "주소", "소재지"],
  publicKey: ["wallet", "walletaddress", "cryptoaddress", "publickey", "지갑주소"],
  topics: ["topics", "topic"],
  authorityId: ["reference", "ref", "referencenumber", "listingid", "참조번호", "관리번호"],
  program: ["programme", "program", "programs", "programmes", "regime", "제재프로그램", "프로그램", "제재명"],
  listingDate: [
    "listedon",
    "listingdate",
    "datelisted",
    "designationdate",
    "dateofdesignation",
    "등재일",
    "지정일",
  ],
  reason: ["reason", "reasons", "사유", "제재사유"],
  sourceUrl: ["sourceurl", "source", "link", "출처"],
  notes: [
    "notes",
    "note",
    "remarks",
    "remark",
    "comments",
    "comment",
    "additionalinformation",
    "비고",
    "메모",
    "참고",
  ],
};

const BY_HEADER: ReadonlyMap<string, string> = new Map(
  Object.entries(HEADERS).flatMap(([property, headers]) =>
    headers.map((header): [string, string] => [header, property]),
  ),
);

const SCHEMATA: Readonly<Record<string, readonly string[]>> = {
  Person: [
    "person",
    "individual",
    "individuals",
    "human",
    "natural person",
    "p",
    "i",
    "개인",
    "사람",
    "자연인",
    "인물",
  ],
  Company: ["company", "corporation", "business", "corporate", "회사", "기업", "업체"],
  Organization: ["organization", "organisation", "entity", "group", "단체", "기관", "조직", "법인"],
  PublicBody: ["public body", "government", "정부기관", "공공기관"],
  Vessel: ["vessel", "ship", "boat", "선박", "배"],
  Airplane: ["airplane", "aircraft", "plane", "항공기"],
  CryptoWallet: ["crypto wallet", "wallet", "지갑"],
  LegalEntity: ["legal entity", "party", "unknown", "미상", "당사자"],
};

const BY_SCHEMA_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(SCHEMATA).flatMap(([schema, words]) =>
    words.map((word): [string, string] => [word.replace(/ /g, ""), schema]),
  ),
);

/** Properties whose cells may hold several values, divided by `;` or `|`. */
const MANY = new Set(
  "alias weakAlias previousName birthDate country nationality passportNumber idNumber program email phone topics".split(
    " ",
  ),
);

/** A header in the form that is compared: no case, no spaces, no punctuation. */
function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function propertyOfHeader(header: string): string | null {
  if (header.length > HEADER_CHARS_MAX) return null;
  const forms = [header, header.replace(/[([（［].*$/u, ""), header.replace(/\s*[_#-]?\s*\d{1,2}\s*$/u, "")];
  for (const form of forms) {
    const property = BY_HEADER.get(plain(form)) ?? exactProperty(form.trim());
    if (property !== null && property !== undefined) return property;
  }
  return null;
}

/** FollowTheMoney's own property name, written as the model writes it. */
function exactProperty(name: string): string | null {
  if (name === "id" || name === "schema") return name;
  const known = ["Person", "Company", "Vessel", "CryptoWallet", "Sanction"].some((schema) => {
    const property = propertyOf(schema, name);
    return property !== null && property.type !== "entity";
  });
  return known ? name : null;
}

/**
 * Recognizes a table's columns by their headers, in English, Korean or FollowTheMoney's own words. `overrides` maps a
 * header as written to a property, or to nothing (`""`) where the column is to be left out, and wins; a header that is
 * not there or a property that does not exist is a `Fault`.
 */
export function recognizeColumns(
  headers: readonly string[],
  overrides: Readonly<Record<string, string>> = {},
): RecognizedColumns {
  const mapped = new Map<number, string>();
  for (const [header, property] of Object.entries(overrides)) {
    const at = headers.findIndex((candidate) => candidate.trim() === header.trim());
    if (at < 0) {
      throw new Fault({ code: "usage", reason: `no column "${header}"; found: ${headers.join(", ")}` });
    }
    if (property !== "" && exactProperty(property) === null) {
      throw new Fault({ code: "usage", reason: `column "${header}": no property "${property}"` });
    }
    mapped.set(at, property);
  }
  const columns: Record<string, number[]> = {};
  const unrecognized: string[] = [];
  headers.forEach((header, at) => {
    const property = mapped.get(at) ?? propertyOfHeader(header);
    if (property !== null && property !== "") columns[property] = [...(columns[property] ?? []), at];
    else if (header.trim() !== "") unrecognized.push(header);
  });
  return { columns, unrecognized };
}

/** True where the columns name a party at all: a whole name or its parts, a wallet's address or a vessel's IMO number. */
export function namesParty(columns: RecognizedColumns["columns"]): boolean {
  return ["name", "lastName", "firstName", "publicKey", "imoNumber"].some((property) =>
    Object.hasOwn(columns, property),
  );
}

/** The schema that a table's word means (`individual`, `선박`, `Company`), or null where it means none. */
export function schemaOfWord(word: string): string | null {
  const trimmed = word.trim();
  if (isSchema(trimmed) && isA(trimmed, "Thing")) return trimmed;
  return BY_SCHEMA_WORD.get(plain(trimmed)) ?? null;
}

/** The values of one cell: several, divided by `;` or `|`, where the property commonly has many; blank ones left out. */
export function cellValues(property: string, cell: string): readonly string[] {
  const parts = MANY.has(property) ? cell.split(/[;|；]/u) : cell.split("|");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
