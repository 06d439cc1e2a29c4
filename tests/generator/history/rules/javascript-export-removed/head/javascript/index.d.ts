export const VERSION: string;
export declare function match(source: unknown): null;
