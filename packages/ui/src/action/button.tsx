import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "../class-name.ts";

export const buttonClass = cva(
  "inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        /** The one action that matters on a page: use it once. */
        accent: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
        plain: "border-edge bg-ground text-ink hover:bg-raised",
        quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
        danger: "border-danger bg-ground text-danger hover:bg-danger-wash",
      },
      size: {
        sm: "h-8 px-3 text-sm",
        md: "h-9 px-4 text-base",
        lg: "h-11 px-5 text-base",
        icon: "size-9 p-0",
      },
    },
    defaultVariants: { variant: "plain", size: "md" },
  },
);
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
