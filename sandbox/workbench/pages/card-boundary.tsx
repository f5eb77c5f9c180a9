import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/feedback.tsx';

/** Keeps the page alive when a component of the card gets props that it cannot draw. React knows only classes here. */
export class CardBoundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    return <ErrorState title="The workbench could not draw the card">{this.state.message}</ErrorState>;
  }
}
