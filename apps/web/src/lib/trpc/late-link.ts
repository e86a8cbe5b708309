import type { AppRouter } from "@lilink/api";
import { type OperationLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";

/** A link that comes with the first operation it is for: no page carries it before. One that could not be loaded is asked for again. */
export function lateLink(
  load: () => Promise<{ readonly default: TRPCLink<AppRouter> }>,
): TRPCLink<AppRouter> {
  return (runtime) => {
    let loading: Promise<OperationLink<AppRouter>> | undefined;
    return (given) =>
      observable((observer) => {
        let subscription: Unsubscribable | undefined;
        let isGone = false;
        loading ??= load().then(({ default: link }) => link(runtime));
        loading.then(
          (link) => {
            if (!isGone) subscription = link(given).subscribe(observer);
          },
          (error: Error) => {
            loading = undefined;
            observer.error(TRPCClientError.from(error));
          },
        );
        return () => {
          isGone = true;
          subscription?.unsubscribe();
        };
      });
  };
}
