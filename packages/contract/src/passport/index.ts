export { checkPassport, passportForm } from "./check-passport.ts";
