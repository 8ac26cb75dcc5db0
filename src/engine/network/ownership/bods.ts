import { z } from "zod";
import type { Interest } from "./graph.ts";

/** Version of the Beneficial Ownership Data Standard that is read and written. */
export const BODS_VERSION = "0.4";

/** Interest types of BODS 0.4 and what they are to the rules. */
export const BODS_INTERESTS: ReadonlyMap<string, Interest> = new Map<string, Interest>([
  ["shareholding", "ownership"],
  ["votingRights", "votes"],
  ["appointmentOfBoard", "board-majority"],
  ["otherInfluenceOrControl", "influence"],
  ["seniorManagingOfficial", "director"],
  ["settlor", "settlor"],
  ["trustee", "trustee"],
  ["protector", "protector"],
  ["beneficiaryOfLegalArrangement", "beneficiary"],
  ["rightsToSurplusAssetsOnDissolution", "surplus"],
  ["rightsToProfitOrIncome", "profit"],
  ["rightsGrantedByContract", "influence"],
  ["conditionalRightsGrantedByContract", "influence"],
  ["controlViaCompanyRulesOrArticles", "control"],
  ["controlByLegalFramework", "control"],
  ["boardMember", "director"],
  ["boardChair", "director"],
  ["unknownInterest", "unspecified"],
  ["unpublishedInterest", "unspecified"],
  ["enjoymentAndUseOfAssets", "influence"],
  ["rightToProfitOrIncomeFromAssets", "profit"],
  ["nominee", "nominee"],
  ["nominator", "nominator"],
]);

/** The type that an interest is written as; null for what BODS has no word for. */
export const BODS_TYPES: Readonly<Record<Interest, string | null>> = {
  ownership: "shareholding",
  votes: "votingRights",
  profit: "rightsToProfitOrIncome",
  surplus: "rightsToSurplusAssetsOnDissolution",
  nominator: "nominator",
  "board-majority": "appointmentOfBoard",
  control: "controlViaCompanyRulesOrArticles",
  influence: "otherInfluenceOrControl",
  consolidated: null,
  settlor: "settlor",
  trustee: "trustee",
  beneficiary: "beneficiaryOfLegalArrangement",
  protector: "protector",
  nominee: "nominee",
  director: "boardMember",
  linked: null,
  "rebutted-control": null,
  unspecified: "unknownInterest",
};

/** How a joint holding is said in an interest's details, for which BODS has no field. */
export const JOINT_DETAILS = /^(Held jointly|In a joint arrangement) \((.+)\)$/u;

const unspecified = z.object({ reason: z.string(), description: z.string().optional() });
const bound = z.number().min(-1_000).max(1_000).optional();

const interestSchema = z.object({
  type: z.string().optional(),
  directOrIndirect: z.string().optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  details: z.string().optional(),
  share: z
    .object({
      exact: bound,
      minimum: bound,
      maximum: bound,
      exclusiveMinimum: z.union([bound, z.boolean()]),
      exclusiveMaximum: z.union([bound, z.boolean()]),
    })
    .partial()
    .optional(),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
});
export type BodsInterest = z.infer<typeof interestSchema>;

const place = z.object({ code: z.string().optional(), name: z.string().optional() });

export const bodsStatementSchema = z.object({
  statementId: z.string().max(200),
  statementDate: z.string().optional(),
  recordId: z.string().min(1).max(500),
  recordType: z.enum(["entity", "person", "relationship"]),
  recordStatus: z.string().optional(),
  publicationDetails: z
    .object({ publisher: z.object({ name: z.string().optional() }).optional() })
    .optional(),
  source: z
    .object({
      type: z.array(z.string()).optional(),
      description: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
  recordDetails: z
    .object({
      name: z.string().optional(),
      names: z.array(z.object({ fullName: z.string().optional() })).optional(),
      personType: z.string().optional(),
      entityType: z.object({ type: z.string().optional(), subtype: z.string().optional() }).optional(),
      jurisdiction: place.optional(),
      isComponent: z.boolean().optional(),
      componentRecords: z.array(z.string()).optional(),
      subject: z.union([z.string(), unspecified]).optional(),
      interestedParty: z.union([z.string(), unspecified]).optional(),
      interests: z.array(interestSchema).optional(),
    })
    .optional(),
});
/** One statement, as far as ownership reads it; members that say something else are left alone. */
export type BodsStatement = z.infer<typeof bodsStatementSchema>;
