/** The little of autocannon that is used here; the package brings no types. */
declare module "autocannon" {
  export type Options = {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly requests?: readonly { readonly setupRequest: (request: object) => object }[];
  };
  export type Run = Promise<{
    readonly errors: number;
    readonly timeouts: number;
    readonly duration: number;
  }> & {
    on(
      event: "response",
      hear: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  };
  export default function autocannon(options: Options): Run;
}
