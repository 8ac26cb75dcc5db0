import { must } from "../../fault.ts";

/** The typed arrays that a compiled part of a snapshot is made of, by name. Every name is unique in a snapshot. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;
export type SectionKind = "u8" | "u16" | "u32" | "i32" | "f32";

/** Where a compiled part takes its arrays from: views on the one loaded file, never copies. */
export type Sections = {
  readonly u8: (name: string) => Uint8Array;
  readonly u16: (name: string) => Uint16Array;
  readonly u32: (name: string) => Uint32Array;
  readonly i32: (name: string) => Int32Array;
  readonly f32: (name: string) => Float32Array;
};

/** Arrays just built, as a loaded snapshot would give them. */
export function sectionsOf(built: ReadonlyMap<string, Section>): Sections {
  const take = <T extends Section>(name: string): T => must(built.get(name), `section ${name}`) as T;
  return { u8: take, u16: take, u32: take, i32: take, f32: take };
}
