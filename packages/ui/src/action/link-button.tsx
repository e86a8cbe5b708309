import type { ComponentProps } from "react";
import { cn } from "../class-name.ts";
import { type ButtonVariants, buttonClass } from "./button.tsx";

export type LinkButtonProps = ComponentProps<"a"> & ButtonVariants;

/** A link that looks like a button; for a routed link put `buttonClass({ … })` on the router's own link. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <a className={cn(buttonClass({ variant, size }), "no-underline", className)} {...rest} />;
}
