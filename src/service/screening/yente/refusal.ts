/** One thing that is wrong with a request, as FastAPI says it. */
export type Complaint = {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly input: unknown;
  readonly ctx?: Readonly<Record<string, unknown>>;
};

/** A request that is refused, with the status and the body that yente gives. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: { readonly detail: string | readonly Complaint[]; readonly errors?: readonly Complaint[] };

  constructor(status: number, detail: string | readonly Complaint[], errors?: readonly Complaint[]) {
    super(typeof detail === "string" ? detail : detail.map(({ msg }) => msg).join("; "));
    this.status = status;
    this.body = errors === undefined ? { detail } : { detail, errors };
  }
}

/** The refusal of a request whose parts are not what they should be: 422 with the place of each. */
export function unprocessable(complaints: readonly Complaint[]): Refusal {
  return new Refusal(422, complaints);
}
