package wizard.hocon;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Makes the library pay from the Budget wherever it copies: one call at the start of each constructor that holds a copy. */
public final class CostOfCopies implements ClassHolderTransformer {
    private static final String BUDGET = "wizard.hocon.Budget";

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case "com.typesafe.config.impl.ConfigString":
                charge(cls, "<init>", 2, "characters", ValueType.object("java.lang.String"));
                break;
            case "com.typesafe.config.impl.SimpleConfigList":
                charge(cls, "<init>", 3, "items", ValueType.object("java.util.Collection"));
                break;
            case "com.typesafe.config.impl.ConfigConcatenation":
            case "com.typesafe.config.impl.ConfigDelayedMerge":
            case "com.typesafe.config.impl.ConfigDelayedMergeObject":
                charge(cls, "<init>", 2, "items", ValueType.object("java.util.Collection"));
                break;
            case "com.typesafe.config.impl.SimpleConfigObject":
                charge(cls, "<init>", 4, "entries", ValueType.object("java.util.Map"));
                break;
            case "com.typesafe.config.impl.BadMap":
                charge(cls, "<init>", 2, "slots", ValueType.arrayOf(ValueType.object("java.lang.Object")));
                break;
            case "com.typesafe.config.impl.ResolveContext":
                charge(cls, "realResolve", 2, "step");
                break;
            default:
                break;
        }
    }

    /** Prepends `Budget.hook(second argument)`, or `Budget.hook()`, to the method with so many parameters. */
    private static void charge(ClassHolder cls, String name, int parameters, String hook, ValueType... argument) {
        int found = 0;
        for (MethodHolder method : cls.getMethods()) {
            if (!method.getName().equals(name) || method.parameterCount() != parameters) {
                continue;
            }
            ValueType[] signature = argument.length == 0
                    ? new ValueType[] {ValueType.VOID}
                    : new ValueType[] {argument[0], ValueType.VOID};
            Program program = method.getProgram();
            InvokeInstruction call = new InvokeInstruction();
            call.setType(InvocationType.SPECIAL);
            call.setMethod(new MethodReference(BUDGET, hook, signature));
            if (argument.length == 1) {
                call.setArguments(program.variableAt(2));
            }
            program.basicBlockAt(0).addFirst(call);
            found++;
        }
        if (found != 1) {
            throw new IllegalStateException(found + " methods " + cls.getName() + "." + name + " to charge: has the library changed?");
        }
    }
}
