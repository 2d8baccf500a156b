/** To whom an order goes, as the desk shows it to anybody. */
import { mask } from '../customers/index.ts';
import type { Receiver } from './change-receiver.ts';

export const masked = ({ receiver, phone, address }: Receiver) => ({
  receiver: receiver === undefined ? null : `${[...receiver][0]}**`,
  phone: phone === undefined ? null : mask('phone', phone),
  address: address === undefined ? null : mask('address', address),
});
