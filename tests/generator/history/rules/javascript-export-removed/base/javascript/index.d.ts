export const VERSION: string;
export type Broker = "acme";
export declare function match(source: unknown): null;
