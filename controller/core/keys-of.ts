/** The keys of an object whose keys are all declared, as they are typed. */
export const keysOf = <T extends object>(of: T): readonly (keyof T & string)[] =>
  Object.keys(of) as (keyof T & string)[];
