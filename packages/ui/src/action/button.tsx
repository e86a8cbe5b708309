import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "../class-name.ts";

export const buttonClass = cva("button", {
  variants: {
    variant: {
      /** The one action that matters on a page: use it once. */
      accent: "button-accent",
      plain: "button-plain",
      quiet: "button-quiet",
      danger: "button-danger",
    },
    size: { sm: "button-sm", md: "button-md", lg: "button-lg", icon: "button-icon" },
  },
  defaultVariants: { variant: "plain", size: "md" },
});
export type ButtonVariants = VariantProps<typeof buttonClass>;
export type ButtonProps = ComponentProps<"button"> & ButtonVariants & { readonly pending?: boolean };

/** `pending` keeps the width and the focus, shows a turning mark and ignores further presses. */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={pending && type === "submit" ? "button" : type}
      className={cn(buttonClass({ variant, size }), className)}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      {...rest}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}
