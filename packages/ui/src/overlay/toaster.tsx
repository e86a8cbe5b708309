"use client";

import { X } from "lucide-react";
import { Toast } from "radix-ui";
import { useSyncExternalStore } from "react";
import { buttonClass } from "../action/button.tsx";
import { cn } from "../class-name.ts";
import { currentToasts, dismissToast, type ShownToast, subscribeToasts } from "./toast-store.ts";

const none: readonly ShownToast[] = [];
const edges = {
  info: "border-l-info",
  success: "border-l-success",
  warning: "border-l-warning",
  danger: "border-l-danger",
} as const;

/** Shows what `toast()` says; once, in the root layout. `label` names the region, `closeLabel` the cross. */
export function Toaster({ label, closeLabel }: { readonly label: string; readonly closeLabel: string }) {
  const messages = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  return (
    <Toast.Provider label={label} duration={6000}>
      {messages.map(({ id, title, body, tone = "info", action }) => (
        <Toast.Root
          key={id}
          onOpenChange={(open) => {
            if (!open) dismissToast(id);
          }}
          className={cn(
            "flex animate-appear items-start gap-3 rounded-md border border-l-4 border-line bg-ground p-3 shadow-overlay",
            edges[tone],
          )}
        >
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium">{title}</Toast.Title>
            {body ? <Toast.Description className="text-sm text-muted">{body}</Toast.Description> : null}
          </div>
          {action ? (
            <Toast.Action altText={action.label} onClick={action.run} className={buttonClass({ size: "sm" })}>
              {action.label}
            </Toast.Action>
          ) : null}
          <Toast.Close aria-label={closeLabel} className="rounded-md p-1.5 text-muted hover:text-ink">
            <X aria-hidden className="size-4" />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport
        label={label}
        className="no-print fixed right-4 bottom-20 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none lg:bottom-4"
      />
    </Toast.Provider>
  );
}
