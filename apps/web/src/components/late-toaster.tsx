"use client";

import { currentToasts, subscribeToasts } from "@lilink/ui";
import { type ComponentProps, lazy, Suspense, useSyncExternalStore } from "react";

const Toaster = lazy(() => import("@lilink/ui/toaster").then((made) => ({ default: made.Toaster })));

const isSaid = () => currentToasts().length > 0;

/** The place of messages, which comes with the first of them. */
export function LateToaster(props: ComponentProps<typeof Toaster>) {
  const isNeeded = useSyncExternalStore(subscribeToasts, isSaid, () => false);
  return isNeeded ? (
    <Suspense>
      <Toaster {...props} />
    </Suspense>
  ) : null;
}
