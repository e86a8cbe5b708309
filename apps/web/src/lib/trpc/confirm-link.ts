import type { AppRouter } from "@lilink/api";
import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { readPublicError } from "../public-error.ts";

/** Asks the person for a fresh proof; true once the session counts as proven. */
type AskForProof = () => Promise<boolean>;

let ask: AskForProof | null = null;

/** The dialog that asks stands in the page; it says here that it does, until it goes. */
export function answerProofs(given: AskForProof): () => void {
  ask = given;
  return () => {
    if (ask === given) ask = null;
  };
}

/** A call that needs a fresh proof waits for it and is sent once more; every page's own code stays as it is. [ID4] */
export const confirmLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      const send = (again: boolean) =>
        next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (!again || !ask || readPublicError(error).code !== "CONFIRM_FIRST")
              return observer.error(error);
            void ask().then((proven) => (proven ? send(false) : observer.error(error)));
          },
        });
      const subscription = send(true);
      return () => subscription.unsubscribe();
    });
