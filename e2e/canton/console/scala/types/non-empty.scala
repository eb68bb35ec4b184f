package com.digitalasset.canton.standin

import scala.collection.Factory

/** A collection that is known to hold something: a subtype of the collection, made in few ways. */
sealed abstract class NonEmptyColl {
  type NonEmpty[+A] <: A
  private[canton] def unsafe[A](collection: A): NonEmpty[A]
}
object NonEmptyColl {
  val instance: NonEmptyColl = new NonEmptyColl {
    type NonEmpty[+A] = A
    private[canton] def unsafe[A](collection: A): NonEmpty[A] = collection
  }
  implicit final class UnwrapOps[A](self: instance.NonEmpty[A]) {
    def forgetNE: A = self
  }
}

/** What a script knows as `NonEmpty`; the package it knows it from differs between the lines. */
object NonEmpty {
  def apply[Fct, A, C <: Iterable[A]](into: Fct, hd: A, tl: A*)(implicit fct: Fct => Factory[A, C]): NonEmpty[C] =
    unsafe(fct(into).fromSpecific(hd +: tl))
  def mk[Fct, A, C[X] <: Iterable[X]](into: Fct, hd: A, tl: A*)(implicit fct: Fct => Factory[A, C[A]]): NonEmpty[C[A]] =
    unsafe(fct(into).fromSpecific(hd +: tl))
  def from[Self](self: Self with Iterable[_]): Option[NonEmpty[Self]] = Option.when(self.nonEmpty)(unsafe[Self](self))
  private[canton] def unsafe[A](collection: A): NonEmpty[A] = NonEmptyColl.instance.unsafe(collection)
}
