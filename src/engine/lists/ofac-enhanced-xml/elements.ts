/** Element to its attributes and children, as met in the publisher's own file; the entity itself has the empty path. */
const CHILDREN: Readonly<Record<string, string>> = {
  "": "@id addresses features generalInfo identityDocuments legalAuthorities names relationships sanctionsLists sanctionsPrograms sanctionsTypes",
  addresses: "address",
  "addresses/address": "@id country translations",
  "addresses/address/country": "@refId",
  "addresses/address/translations": "translation",
  "addresses/address/translations/translation": "@id addressParts isPrimary script",
  "addresses/address/translations/translation/addressParts": "addressPart",
  "addresses/address/translations/translation/addressParts/addressPart": "@id type value",
  "addresses/address/translations/translation/addressParts/addressPart/type": "@refId",
  "addresses/address/translations/translation/script": "@refId",
  features: "feature",
  "features/feature": "@id isPrimary reliability type value valueDate valueRefId versionId",
  "features/feature/reliability": "@refId",
  "features/feature/type": "@featureTypeId",
  "features/feature/valueDate":
    "@id fromDateBegin fromDateEnd isApproximate isDateRange toDateBegin toDateEnd",
  generalInfo: "entityType identityId remarks title",
  "generalInfo/entityType": "@refId",
  identityDocuments: "identityDocument",
  "identityDocuments/identityDocument":
    "@id documentNumber expirationDate idFeatures isValid issueDate issuingCountry issuingLocation name type",
  "identityDocuments/identityDocument/expirationDate":
    "@id fromDateBegin fromDateEnd isApproximate isDateRange toDateBegin toDateEnd",
  "identityDocuments/identityDocument/idFeatures": "idFeature",
  "identityDocuments/identityDocument/idFeatures/idFeature": "@featureVersionId @id",
  "identityDocuments/identityDocument/issueDate":
    "@id fromDateBegin fromDateEnd isApproximate isDateRange toDateBegin toDateEnd",
  "identityDocuments/identityDocument/issuingCountry": "@refId",
  "identityDocuments/identityDocument/name": "@nameId @nameTranslationId",
  "identityDocuments/identityDocument/type": "@refId",
  legalAuthorities: "legalAuthority",
  "legalAuthorities/legalAuthority": "@id @refId",
  names: "name",
  "names/name": "@id aliasType isLowQuality isPrimary translations",
  "names/name/aliasType": "@refId",
  "names/name/translations": "translation",
  "names/name/translations/translation":
    "@id formattedFirstName formattedFullName formattedLastName isPrimary nameParts script",
  "names/name/translations/translation/nameParts": "namePart",
  "names/name/translations/translation/nameParts/namePart": "@id type value",
  "names/name/translations/translation/nameParts/namePart/type": "@refId",
  "names/name/translations/translation/script": "@refId",
  relationships: "relationship",
  "relationships/relationship": "@id quality relatedEntity type",
  "relationships/relationship/quality": "@refId",
  "relationships/relationship/relatedEntity": "@entityId",
  "relationships/relationship/type": "@refId",
  sanctionsLists: "sanctionsList",
  "sanctionsLists/sanctionsList": "@datePublished @id @refId",
  sanctionsPrograms: "sanctionsProgram",
  "sanctionsPrograms/sanctionsProgram": "@id @refId",
  sanctionsTypes: "sanctionsType",
  "sanctionsTypes/sanctionsType": "@id @refId",
};

/** Paths below an entity that the reader knows; another one is counted as unread. */
export const KNOWN_ELEMENTS: ReadonlySet<string> = new Set(
  Object.entries(CHILDREN).flatMap(([path, names]) =>
    names.split(" ").map((name) => {
      if (name.startsWith("@")) return `${path}${name}`;
      return path === "" ? name : `${path}/${name}`;
    }),
  ),
);
