import { type ApiAnswer, type Caller, mutate, query } from "@lilink/test-exchange/call-api";

/** What a call answered, which has to be good. */
export function must<T>(answer: ApiAnswer<T>, what: string): T {
  if (!answer.ok) throw new Error(`${what} was refused: ${JSON.stringify(answer)}`);
  return answer.data;
}

export async function mustMutate<T>(caller: Caller, path: string, input: object): Promise<T> {
  return must(await mutate<T>(caller, path, input), path);
}

export async function mustQuery<T>(caller: Caller, path: string, input: object): Promise<T> {
  return must(await query<T>(caller, path, input), path);
}
