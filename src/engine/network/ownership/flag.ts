/** What a person should know beside the status. A flag proves nothing and clears nothing. */
export type OwnershipFlag = {
  readonly flag:
    | "control-by-listed"
    | "votes-reach-threshold"
    | "rights-reach-threshold"
    | "minority-of-listed"
    | "trust"
    | "nominee"
    | "joint-holding"
    | "treasury-shares"
    | "loop"
    | "shares-over-whole"
    | "sources-disagree"
    | "dates-contradict"
    | "doubtful-source"
    | "linked-to-listed"
    | "divested-near-designation";
  readonly words: string;
};
