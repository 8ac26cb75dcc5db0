import type { components } from "../../client/schema.ts";

type Schemas = components["schemas"];

/** An application with what follows from its file, its events and the clock. */
export type Application = Schemas["WaiverApplication"];
/** The file of an application: what the forms of all its authorities ask for. */
export type ApplicationFile = Application["file"];
/** An application as lists show it. */
export type ApplicationRow = Schemas["WaiverApplicationRow"];
/** How one authority's course stands. */
export type Course = Schemas["ApprovalCourse"];
/** A waiver, whole. */
export type Waiver = Schemas["WaiverPermission"];
/** A waiver as lists show it. */
export type WaiverRow = Schemas["WaiverRow"];
/** One line of a waiver with what was drawn. */
export type WaiverLine = Schemas["WaiverLine"];
/** What a reviewer proposes. */
export type Proposal = Application["decisions"][number]["proposal"];
/** A sentence about a place in the file. */
export type PaperNote = Schemas["PaperNote"];
